"""The extra `meaning`: a sentence model in addition to the package's table of words.

The model encodes whole sentences, and ranks the right series first for four phrases in five; the table of words does so for seven in
ten. It takes 23 MB and needs onnxruntime, so it is an extra. It reads a file from disk and caches vectors in another, so it cannot be
in the matching package, which does no IO. `workbench.bootstrap` passes it on as a `workbench.ports.meaning_encoder.Encoder`.
"""

from workbench.meaning_model.encoder import ModelEncoder, open_model
from workbench.meaning_model.model_file import ForeignModelError, MeaningModelError, NoModelError

__all__ = ["ForeignModelError", "MeaningModelError", "ModelEncoder", "NoModelError", "open_model"]
