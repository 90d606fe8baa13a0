# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for bash. Commands and options are asked of the program, so that they are always its own.

_ringfence_cli_commands ()
{
  ringfence-cli --help 2>/dev/null | sed -n 's/^  \([a-z-]*\)\( [a-z]\+\)\{0,1\}  .*/\1\2/p'
}

_ringfence_cli_options ()
{
  ringfence-cli "$@" --help 2>/dev/null | grep -o -e '--[a-z-]*'
}

_ringfence_cli ()
{
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} name=()

  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_ringfence_cli_commands | cut -d ' ' -f 1 | sort -u) --help --version" -- "$word")
    return
  fi
  case ${COMP_WORDS[1]} in
    provider|offering|use-case|questionnaire|translation|assessment|evidence|action|workspace)
      if [ "$COMP_CWORD" -eq 2 ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_ringfence_cli_commands | sed -n "s/^${COMP_WORDS[1]} //p")" -- "$word")
        return
      fi
      name=("${COMP_WORDS[1]}" "${COMP_WORDS[2]}")
      ;;
    *) name=("${COMP_WORDS[1]}") ;;
  esac
  if [ "$word" = = ]; then
    word=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $previous in
    --format|-f)
      local formats='text json csv'
      case ${COMP_WORDS[1]} in
        compare|settle) formats='text json' ;;
        export) formats='xml json csv xlsx' ;;
        report) formats='pdf html' ;;
      esac
      mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$word")
      return
      ;;
    --fail-at|--acceptable) mapfile -t COMPREPLY < <(compgen -W 'very-low low moderate high very-high' -- "$word"); return ;;
    --grade) mapfile -t COMPREPLY < <(compgen -W 'statement documentation contract attestation tested' -- "$word"); return ;;
    --kind) mapfile -t COMPREPLY < <(compgen -W 'full board comparison portfolio non-attributable' -- "$word"); return ;;
    --layer) mapfile -t COMPREPLY < <(compgen -W 'infrastructure models-and-tools application' -- "$word"); return ;;
    --spending) mapfile -t COMPREPLY < <(compgen -W 'adopting spending-more flat spending-less replacing' -- "$word"); return ;;
    --state) mapfile -t COMPREPLY < <(compgen -W 'unanswered unknown refused not-applicable' -- "$word"); return ;;
  esac
  case $word in
    -*) mapfile -t COMPREPLY < <(compgen -W "$(_ringfence_cli_options "${name[@]}")" -- "$word") ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
  esac
}

complete -o filenames -F _ringfence_cli ringfence-cli
