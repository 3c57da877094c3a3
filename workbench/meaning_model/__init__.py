"""The extra `meaning`: a sentence model beside the package's table of words.

A model that reads whole sentences finds the right series first for four phrases in five, where the
table of words finds it for seven in ten. It weighs 23 MB and needs onnxruntime, so it is an extra; and since it reads a file
from disk and holds what it said in another, it cannot live in the pure room that ranks. `workbench.bootstrap` hands it over as
a `workbench.ports.meaning.Encoder`.
"""

from workbench.meaning_model.encoder import ModelEncoder, open_model
from workbench.meaning_model.weights import ForeignModelError, MeaningModelError, NoModelError

__all__ = ["ForeignModelError", "MeaningModelError", "ModelEncoder", "NoModelError", "open_model"]
