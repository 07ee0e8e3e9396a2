"""The language half of nano: tokenizer, texts, hybrid fine-tuning (HFT), export."""
