"""Reasoning texts, composed of what was seen and measured; every sentence has at least six wordings.

Content only from annotations (category, kind; in use: from the heads of subject.py, where they are sure); evidence only beyond the 5th or 95th percentile of real pictures with as
much compression; crops by their logit bins, as the decoder sees them; hands, lettering and the like only as hints to look.
"""
import numpy as np

from ..image.measure import MEASUREMENTS
from ..image.views import SLOW_CROPS

NAMES = dict(MEASUREMENTS)
MOST_EVIDENCE = 2
CATEGORY = dict(person='a person', face='a face', animal='an animal', scene='an outdoor scene', object='an object',
                interior='an interior', artwork='an artwork', food='food', document='a document', satellite='a view from above',
                screenshot='a screen')
LOOK = dict(photo='a photograph', art='a drawing or painting', render='a computer rendering', page='a screenshot or scan')
CONTENT = ('The picture shows {c} and looks like {l}.', 'It shows {c}; in manner it is {l}.', 'What is seen is {c}, by its look {l}.',
           'The subject is {c}, and the look is that of {l}.', '{L} of {c}, by the look of it.', 'This appears to be {l} showing {c}.')
# What a measurement far out may mean, on both sides: (low, high).
MEANING = {
    'noise': (('smoothing, denoising or generation leave it so', 'denoised and generated pictures share this'),
              ('low light, film grain or added noise do this', 'a sensor in low light does this, and so does added grain')),
    'noise_vs_brightness': (('sensor noise would rather grow with brightness', 'processing or generation can turn it round'),
                            ('this is how sensor noise behaves', 'a sensor does this, and strong contrast editing too')),
    'noise_evenness': (('the noise is the same everywhere, as added or generated noise is', 'an even veil of noise is rare from a lens'),
                       ('some places are smooth and others noisy, as with depth of field or retouching', 'background blur does this, and so do generators')),
    'detail_slope': (('coarse structure is weak against fine structure', 'sharpening does this, and some generators'),
                     ('fine structure is weak against coarse structure', 'scaling and denoising do this, and many generators')),
    'fine_detail': (('the finest detail is missing, as after enlarging or decoding from a latent', 'enlarged, denoised and generated pictures lack it'),
                    ('the finest detail is strong, as after sharpening', 'sharpening or fine grain does this')),
    'compression': (('no block grid is left, which scaling or a lossless file explains', 'a lossless or scaled file has none'),
                    ('the file was compressed hard, which hides most traces', 'strong compression hides the traces of cameras and generators')),
    'pixel_pairing': (('neighbouring pixels show no pairing', 'no enlargement by two is visible'),
                      ('pixels come in pairs, as after enlarging by two', 'enlarging does this, in software or in a decoder')),
    'mosaic': (('no camera mosaic is visible, which any scaling explains', 'scaling removes it, and generators never had it'),
               ('a camera mosaic shows through, or something that imitates it', 'an unscaled camera file shows this')),
    'clipped': (('hardly any tone is clipped, as generators tend to avoid it', 'flat lighting or a generator leaves it so'),
                ('whites or blacks are clipped, as in hard light or on a plain background', 'hard light and plain backgrounds do this')),
    'saturation': (('the colours are muted, as in fog, in old prints or in black and white', 'muted colour says little by itself'),
                   ('the colours are strong, as after editing and in many generated pictures', 'editing, and generators by habit, do this')),
    'smooth_area': (('there is texture nearly everywhere', 'hardly a smooth patch is left'),
                    ('large parts are perfectly smooth, as in studio pictures, drawings and generated ones', 'retouching, drawings and generators do this')),
    'texture_contrast': (('all places are about equally busy', 'rich and poor places hardly differ'),
                         ('busy and empty places differ much', 'a busy subject stands before an empty ground')),
    'colour_noise': (('the colour is cleaner than the brightness, as after chroma compression', 'colour subsampling leaves it so'),
                     ('the colour is as noisy as the brightness', 'unfiltered sensor colour does this, and so do some decoders')),
}
EVIDENCE = ('{N} is unusually {d} among real pictures with this much compression; {m}.', 'Measured, {n} is {d} beyond nineteen of twenty real pictures; {m}.',
            '{N} stands out as {d}: {m}.')
NOTHING = ('None of the measurements stands out.', 'The measurements stay in the usual range of real pictures.',
           'No measurement is far from what real pictures show.', 'Measured, nothing is out of the ordinary.',
           'All measurements lie where most real pictures lie.', 'The measured values are unremarkable.')
SHARE = ('None of the four crops', 'One of the four crops', 'Two of the four crops', 'Three of the four crops', 'All four crops')
# One crop speaks for itself: {s} is singular there, as in NO_CROP.
ONE_CROP = ('{s} leans towards generator traces: crop {k}.', '{s} carries signs of a generator: crop {k}.', '{s} points to a generator, crop {k}.',
            '{s} resembles generated texture: crop {k}.', '{s} speaks for generation: crop {k}.', '{s} reads as generated, crop {k}.')
CROPS = ('{s} lean towards generator traces, crop {k} the most.', '{s} carry signs of a generator, crop {k} above all.',
         '{s} point to a generator, with crop {k} in front.', '{s} resemble generated texture, crop {k} most of all.',
         '{s} speak for generation, crop {k} loudest.', '{s} read as generated, crop {k} most clearly.')
NO_CROP = ('{s} leans towards generator traces; crop {k} comes closest.', '{s} carries signs of a generator, crop {k} being the nearest to it.',
           '{s} points to a generator; the least clear is crop {k}.', '{s} resembles generated texture, not even crop {k}.',
           '{s} speaks for generation; crop {k} comes nearest.', '{s} reads as generated, crop {k} included.')


def crop_wordings(share: int) -> tuple[str, ...]:
    """Sentences about the crops, by the index of SHARE."""
    return (NO_CROP, ONE_CROP)[share] if share < 2 else CROPS


HINTS = dict(
    person=('hands and teeth', 'fingers, ears and the hairline', 'eyes and lettering on the clothes'), face=('the teeth and the eyes', 'earrings and the hairline', 'reflections in both eyes'),
    animal=('paws, ears and eyes', 'fur against the background', 'the number of legs'), scene=('lettering and reflections', 'repeated details far away', 'shadows and straight lines'),
    interior=('straight lines and mirrors', 'the legs of furniture', 'reflections and lamps'), object=('lettering and seams', 'edges and shadows', 'mirrored parts'),
    food=('cutlery and edges of plates', 'repeated pieces', 'lettering on packages'), document=('the lettering', 'fonts and alignment', 'stamps and signatures'),
    screenshot=('the lettering', 'icons and alignment', 'the status bar'), satellite=('roads and shadows', 'repeated buildings', 'edges of fields'),
    artwork=('the signature', 'hands and lettering', 'where strokes end'))
GENERAL = ('hands and lettering', 'reflections and shadows', 'repeated details')
HINT = ('Look at {h} by eye; this model does not judge them.', '{H} are worth a look by eye, which this model cannot take over.',
        'By eye, check {h}; that is outside what is measured here.', 'A person should look at {h}; nothing here was read from them.',
        'What a careful eye should check: {h}.', 'Not judged here, but worth checking: {h}.')
CONFLICT = ('The signs do not agree.', 'The evidence points both ways.', 'Crops and measurements pull apart.', 'The signs contradict one another.',
            'Not all signs point the same way.', 'The evidence is mixed.')
STANCE = {
    'fake': ('leans towards a generated picture', 'speaks more for a generator', 'points to an AI-made picture', 'is closer to generated pictures',
             'weighs in favour of a generator', 'fits a generated picture better'),
    'real': ('leans towards a camera picture', 'speaks more for a camera', 'points to an ordinary photograph or hand-made picture',
             'is closer to pictures without AI', 'weighs against a generator', 'fits a picture without AI better'),
    'open': ('stays open', 'does not settle the question', 'leaves both possible', 'allows no firm reading', 'remains undecided', 'is not enough to decide'),
}
TOGETHER = ('Taken together this {s}.', 'All in all it {s}.', 'On balance the evidence {s}.')
CONFLICT_LOGIT = 1.0     # detector logit this far on the other side of the label: the text says that signs conflict


def capital(s: str) -> str:
    return s[:1].upper() + s[1:]


def reportable(bins) -> list[int]:
    """Indices of measurements beyond the 5th or 95th percentile."""
    return [i for i, b in enumerate(bins) if b in (0, 4)]


def crop_share(crop_bins, zero_bin: int) -> int:
    """Index of SHARE: how many of the four crops lie at or above the bin that starts at logit 0."""
    assert len(crop_bins) == SLOW_CROPS == len(SHARE) - 1
    return sum(int(b >= zero_bin) for b in crop_bins)


def stance_of_sample(label: int, detector: float) -> str:
    return 'open' if (detector > CONFLICT_LOGIT and not label) or (detector < -CONFLICT_LOGIT and label) else ('fake' if label else 'real')


def compose(rng: np.random.Generator, bins, crop_bins, zero_bin: int, label: int, detector: float,
            category: str | None, kind: str | None) -> str:
    """One reasoning. bins: 13 evidence bins; crop_bins: 4 logit bins; detector: logit with four crops."""
    pick = lambda options: options[int(rng.integers(len(options)))]
    out = []
    if category in CATEGORY and kind in LOOK:
        c, l = CATEGORY[category], LOOK[kind]
        out.append(pick(CONTENT).format(c=c, l=l, L=capital(l)))
    far = reportable(bins)
    for i in sorted(rng.permutation(far)[:MOST_EVIDENCE]) if far else []:
        key, name = MEASUREMENTS[i]
        low = bins[i] == 0
        out.append(pick(EVIDENCE).format(n=name, N=capital(name), d='low' if low else 'high', m=pick(MEANING[key][0 if low else 1])))
    if not far:
        out.append(pick(NOTHING))
    share = crop_share(crop_bins, zero_bin)
    out.append(pick(crop_wordings(share)).format(s=SHARE[share], k=int(np.argmax(crop_bins)) + 1))
    h = pick(HINTS.get(category or '', GENERAL))
    out.append(pick(HINT).format(h=h, H=capital(h)))
    stance = stance_of_sample(label, detector)
    if stance == 'open':
        out.append(pick(CONFLICT))
    out.append(pick(TOGETHER).format(s=pick(STANCE[stance])))
    return ' '.join(out)
