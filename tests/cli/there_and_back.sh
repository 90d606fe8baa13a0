#!/bin/sh
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Exports each of the samples, imports that into an empty workspace, exports it there and compares the bytes.
set -e
for sample in "$SOURCE"/data/samples/*.answers.xml; do
  ringfence-cli import "$SOURCE"/data/questionnaires/genai-confidentiality.xml > /dev/null
  offering=$(ringfence-cli import "$sample" 2> /dev/null)
  for format in xml json; do
    ringfence-cli export "$offering" --format=$format --out=first.$format
    ringfence-cli import "$SOURCE"/data/questionnaires/genai-confidentiality.xml --workspace="$offering-$format" > /dev/null
    ringfence-cli import first.$format --workspace="$offering-$format" > /dev/null
    ringfence-cli export "$offering" --workspace="$offering-$format" --format=$format --out=again.$format
    cmp first.$format again.$format
  done
  echo "$offering"
  rm -r "${XDG_DATA_HOME:?}"/ringfence
done
