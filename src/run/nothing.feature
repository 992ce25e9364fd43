# Cucumber wants a file to read; the cases themselves come from the case picker.
