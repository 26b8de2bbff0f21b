"""`python -m yookassa_simulator`."""

from yookassa_simulator.main import main

main()
