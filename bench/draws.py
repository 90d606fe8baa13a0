#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The draws of bench-comparison once more, in numpy: prints how many milliseconds they take.

usage: draws.py OFFERINGS QUESTIONS DRAWS

The same mix of open, doubted and proven answers, the same figures drawn: a weight for each question in each draw, for each
offering the risk that each question turns out to have, and the weighted mean. One thread; the best of five runs.
"""
import sys
import time

import numpy

RISKS = numpy.array([0.0, 30.0, 70.0, 100.0])


def draw(n_offerings, n_questions, n_draws):
    random = numpy.random.default_rng(1)
    shares = 1.0 + numpy.arange(n_questions) % 20
    weights = shares[:, None] * numpy.exp2(random.uniform(-1.0, 1.0, (n_questions, n_draws)))
    totals = weights.sum(axis=0)
    values = numpy.empty((n_offerings, n_draws))
    for offering in range(n_offerings):
        sums = numpy.zeros(n_draws)
        for question in range(n_questions):
            shift = (question * 7 + offering * 13) % 15
            kept = (question * 5 + offering * 3) % 4
            if shift >= 8:
                sums += weights[question] * RISKS[kept]
                continue
            least = 0 if shift < 3 else kept
            risks = RISKS[random.integers(least, 4, n_draws)]
            if shift >= 3:
                risks = numpy.where(random.random(n_draws) < 0.6, RISKS[kept], risks)
            sums += weights[question] * risks
        values[offering] = sums / totals
    return values


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    size = [int(word) for word in sys.argv[1:]]
    best = None
    for _ in range(5):
        start = time.perf_counter()
        draw(*size)
        taken = (time.perf_counter() - start) * 1e3
        best = taken if best is None else min(best, taken)
    print(f"{best:.3f}")


if __name__ == "__main__":
    main()
