"""The int8 copy for measuring computes what the fp32 graph computes, up to its rounding."""
import onnx
import torch

from training.fakehr1.decoder import int8
from training.fakehr1.decoder.export_decoder import export
from training.fakehr1.decoder.model import Config, Decoder


def test_int8_copy_is_smaller_and_close(tmp_path) -> None:
    torch.manual_seed(0)
    export(Decoder(Config(vocab=64, width=64, layers=2, heads=4, kv_heads=2, head=16, ffn=128)).eval(), tmp_path / 'plain')
    int8.quantise(tmp_path / 'plain', tmp_path / 'int8')
    kinds = [n.op_type for n in onnx.load(tmp_path / 'int8' / int8.GRAPH, load_external_data=False).graph.node]
    # A layer's five products with weights and the head; that of attention's shares with the values has none.
    assert kinds.count('MatMulInteger') == 2 * 5 + 1 and kinds.count('MatMul') == 2
    far, _ = int8.differences(tmp_path / 'plain', tmp_path / 'int8')
    assert 0 < far < 0.05
    assert (tmp_path / 'int8' / int8.DATA).stat().st_size < (tmp_path / 'plain' / int8.DATA).stat().st_size
