"""Writes a checkpoint as the int8 ONNX file of the package: `python -m evaluation.voter.export`."""

import argparse
import tempfile
from pathlib import Path

import torch
import yaml
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from evaluation.voter.network import Network, tokenizer

PACKAGE = Path("hedgerow/loaders/extraction/voter")
OPSET = 17


class _WithProbabilities(nn.Module):
    """The network with probabilities in place of logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, mask: Tensor, marks: Tensor, pairs: Tensor
    ) -> tuple[Tensor, Tensor]:
        types, standings = self.network(ids, mask, marks, pairs)
        return types.softmax(-1), standings.softmax(-1)


def main() -> None:
    """Export as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=Path("out/voter.pt"))
    parser.add_argument("--folder", type=Path, default=PACKAGE)
    given = parser.parse_args()
    saved = torch.load(given.checkpoint)
    network = Network(len(saved["labels"]), len(saved["standings"]))
    network.load_state_dict(saved["weights"])
    _write_onnx(network.eval(), given.folder / "network.onnx")
    tokenizer().save(str(given.folder / "tokenizer.json"))
    terms = {"labels": list(saved["labels"]), "standings": list(saved["standings"])}
    (given.folder / "labels.yaml").write_text(yaml.safe_dump(terms, sort_keys=False))


def _write_onnx(network: Network, path: Path) -> None:
    ids = torch.arange(1000, 1040).reshape(2, 20)
    marks = torch.eye(3, 20).expand(2, 3, 20)
    pairs = torch.tensor([[0, 0, 1], [0, 1, 2], [1, 0, 2]])
    sizes = {0: "sentences", 1: "tokens"}
    axes = {"ids": sizes, "mask": sizes, "marks": {0: "sentences", 1: "actors", 2: "tokens"}}
    axes |= {name: {0: "pairs"} for name in ("pairs", "types", "standings")}
    with tempfile.TemporaryDirectory() as folder:
        whole, prepared = Path(folder, "whole.onnx"), Path(folder, "prepared.onnx")
        torch.onnx.export(
            _WithProbabilities(network),
            (ids, torch.ones_like(ids, dtype=torch.float32), marks, pairs),
            whole,
            input_names=["ids", "mask", "marks", "pairs"],
            output_names=["types", "standings"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quant_pre_process(whole, prepared, skip_symbolic_shape=True)
        quantize_dynamic(prepared, path, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main()
