"""Names of people and places by underthesea, sentence by sentence: run by the Python of an environment that has it.

Reads sentences from standard input, a JSON string a line, and prints the CPU seconds that they took.
"""

import json
import sys
import time

from underthesea import ner  # type: ignore[import-not-found]

sentences = [json.loads(line) for line in sys.stdin]
ner(sentences[0])  # loads the model
before = time.process_time()
for sentence in sentences:
    ner(sentence)
print(time.process_time() - before)
