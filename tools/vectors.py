"""Write `thaw/assets/vectors.npz`, the vectors of our training sentences: `python -m tools.vectors`.

For maintainers, after many sentences were added or the encoder was taught anew: until then training takes longer, and is no other. Only
what is new is read. The file is 15 MB of what cannot be made smaller: not after each sentence.
"""

from __future__ import annotations

from thaw import vectors
from thaw.encoder import MODEL_SHA256, encoder
from thaw.safety import learned_reply
from thaw.safety.taught import examples

if __name__ == "__main__":
    texts = list(dict.fromkeys(text for text, _ in (*examples(), *learned_reply.examples())))
    before = len(vectors.known(texts, MODEL_SHA256))
    vectors.keep(dict(zip(texts, encoder().encode_all(texts), strict=True)), MODEL_SHA256)
    print(f"{len(texts)} vectors written to {vectors.VECTORS_FILE.name}, {len(texts) - before} of them new")
