def cut():
    raise NotImplementedError
