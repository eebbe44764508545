"""Trains the learned voter: `python -m evaluation.voter.train` (about 20 minutes on two cores).

Reads the sentences of `evaluation/training`, holds a tenth of them out, prints what the network
gets right on those after each round, trains on all of them with `--all`, and writes a checkpoint
for `evaluation.voter.export`.
"""

import argparse
import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import nn

from evaluation.voter.batches import IGNORED, Batch, Batcher, Terms
from evaluation.voter.network import LIKE_A_NAME, MARKS, Network, tokenizer
from evaluation.voter.scores import Scores
from evaluation.voter.sentences import Example, read
from evaluation.voter.variation import joined, left_unnamed, shuffled_marks

HELD_OUT = 10
"""One sentence of so many is held out."""
BATCH, BUCKET = 32, 640
JOINED, LEFT_UNNAMED = 0.25, 0.15
"""The shares of sentences that a round joins to another one, or takes an actor out of."""
RATE, RATE_OF_HEAD, WARM_UP = 1.5e-4, 7.5e-4, 0.06
STANDING_WEIGHT = 0.5


def is_held_out(example: Example) -> bool:
    """Whether an example is one of the tenth that is held out, by a hash of its text."""
    return int(hashlib.sha256(example.text.encode()).hexdigest(), 16) % HELD_OUT == 0


def main() -> None:
    """Train as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, default=Path("evaluation/training"))
    parser.add_argument("--checkpoint", type=Path, default=Path("out/voter.pt"))
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="Train on the held-out tenth too.")
    given = parser.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    torch.use_deterministic_algorithms(mode=True)
    torch.set_flush_denormal(True)
    examples = read(given.sentences)
    held_out = [] if given.all else [e for e in examples if is_held_out(e)]
    known = [e for e in examples if given.all or not is_held_out(e)]
    terms = Terms.of(examples)
    print(f"{len(known)} sentences to learn from, {len(held_out)} held out", flush=True)
    network = _train(known, held_out, terms, given.rounds)
    given.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save(
        {"weights": network.state_dict(), "labels": terms.labels, "standings": terms.standings},
        given.checkpoint,
    )
    print(f"written: {given.checkpoint}")


def _train(
    known: Sequence[Example], held_out: Sequence[Example], terms: Terms, rounds: int
) -> Network:
    words = tokenizer()
    batcher = Batcher(words, terms)
    network = Network(len(terms.labels), len(terms.standings))
    network.start_marks([words.token_to_id(m) for m in MARKS], words.token_to_id(LIKE_A_NAME))
    optimizer = _optimizer(network)
    steps = rounds * -(-len(known) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (steps * WARM_UP)) * max(0, 1 - step / steps)
    )
    began = time.monotonic()
    for number in range(1, rounds + 1):
        network.train()
        losses = []
        for batch in _round(known, batcher):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        mean, seconds = sum(losses) / len(losses), time.monotonic() - began
        print(f"round {number}: loss {mean:.3f}, {seconds:.0f} s", flush=True)
        if held_out:
            print(f"  {scores_of(network, held_out, batcher, terms)}", flush=True)
    return network


def _optimizer(network: Network) -> torch.optim.Optimizer:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    head = [p for name, p in network.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": encoder, "lr": RATE}, {"params": head, "lr": RATE_OF_HEAD}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _round(examples: Sequence[Example], batcher: Batcher) -> Iterator[Batch]:
    """Batches of sentences of like length, varied anew in each round."""
    order = random.sample(list(examples), len(examples))
    varied = [shuffled_marks(_varied(example, order)) for example in order]
    batches = []
    for start in range(0, len(varied), BUCKET):
        bucket = sorted(varied[start : start + BUCKET], key=batcher.length)
        batches += [bucket[at : at + BATCH] for at in range(0, len(bucket), BATCH)]
    random.shuffle(batches)
    yield from map(batcher.batch, batches)


def _varied(example: Example, others: Sequence[Example]) -> Example:
    if random.random() < JOINED:
        example = joined(example, random.choice(others))
    return left_unnamed(example) if random.random() < LEFT_UNNAMED else example


def _loss(network: Network, batch: Batch) -> torch.Tensor:
    types, standings = network(*batch.inputs)
    loss = -(batch.types * types.log_softmax(-1)).sum(-1).mean()
    if (batch.standings != IGNORED).any():
        told = nn.functional.cross_entropy(standings, batch.standings, ignore_index=IGNORED)
        loss = loss + STANDING_WEIGHT * told
    return loss


def scores_of(
    network: Network, examples: Sequence[Example], batcher: Batcher, terms: Terms
) -> Scores:
    """What the network gets right on examples."""
    network.eval()
    scores = Scores()
    with torch.no_grad():
        for start in range(0, len(examples), BATCH):
            batch = batcher.batch(examples[start : start + BATCH])
            types, standings = network(*batch.inputs)
            sure, chosen = types.softmax(-1).max(-1)
            for pair, label in enumerate(chosen.tolist()):
                true = [terms.labels[i] for i in batch.types[pair].nonzero().flatten().tolist()]
                if scores.add(terms.labels[label], float(sure[pair]), true):
                    told, stands = standings[pair].argmax(), batch.standings[pair]
                    scores.add_standing(terms.standings[int(told)], terms.standings[int(stands)])
    return scores


if __name__ == "__main__":
    main()
