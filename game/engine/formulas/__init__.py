"""The formulas of the laws: pure functions of numbers, one module per field.

They know no state and no ledger; laws/ applies them. Every docstring gives formula, unit, source and one worked number
that a test repeats; tags like [R32] and [D] are those of the model notes. Start with people.py or client.py.
"""
