"""Pretrained weights that the encoder starts from."""

from pathlib import Path

import onnx
from onnx import numpy_helper
from safetensors.numpy import load_file
from tokenizers import Tokenizer

import model


def minilm(folder):
    """all-MiniLM-L6-v2 from a folder with model.safetensors and tokenizer.json."""
    return model.from_bert(load_file(str(Path(folder) / "model.safetensors"))), Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))


def bge(folder, layers=None):
    """bge-small-en-v1.5 from a folder with its ONNX graph and tokenizer, whole or some of its layers."""
    graph = onnx.load(str(Path(folder) / "bge-small-en-v1.5.onnx")).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    tensors = {}
    for name, value in stored.items():
        plain = name.removeprefix("bert.")
        if plain.startswith(("embeddings.", "encoder.")):
            tensors[plain] = value
    # The matrix of a product is stored transposed, without a name of its own; its node has the name.
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in stored and "/encoder/" in node.name:
            path = node.name.strip("/").removeprefix("bert/").replace("/MatMul", "").replace("/", ".").replace("layer.layer.", "layer.")
            tensors[path + ".weight"] = stored[node.input[1]].T.copy()
    tokenizer = Tokenizer.from_file(str(Path(folder) / "bge-small-en-v1.5-tokenizer.json"))
    return model.from_bert(tensors, layers), tokenizer
