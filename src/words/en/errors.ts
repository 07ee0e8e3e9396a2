/** Each error: what was wrong, and what can be done now. */
export const errors = {
  'error.corrupt.title': 'This picture is damaged',
  'error.corrupt.advice':
    'It begins like a picture but cannot be decoded to its end. Try to download or copy it again.',
  'error.tooLarge.title': 'This picture is too large',
  'error.tooLarge.adviceLimit':
    'More than {count, plural, one {# megapixel does} other {# megapixels do}} not fit safely into memory. Cut out the part in question, without shrinking it.',
  'error.tooLarge.advice':
    'It does not fit safely into memory. Cut out the part in question, without shrinking it.',
  'error.tooSmall.title': 'This picture is too small',
  'error.tooSmall.adviceLimit':
    'A side of less than {count, plural, one {# pixel} other {# pixels}} carries no traces. Look for a larger copy, best the original.',
  'error.tooSmall.advice': 'So few pixels carry no traces. Look for a larger copy, best the original.',
  'error.emptyFile.title': 'This file is empty',
  'error.emptyFile.advice':
    'It has a name but no content. Fetch or save the picture again, then drop the new file.',
  'error.noContent.title': 'There is nothing to see in this picture',
  'error.noContent.advice': 'It is wholly transparent. Try another picture.',
  'error.modelMissing.title': 'The model could not be fetched',
  'error.modelMissing.advice':
    'It is downloaded once, from the site this page came from. Check the connection and try again.',
  'error.modelTampered.title': 'The model is not the one it should be',
  'error.modelTampered.advice':
    'A file differs from its fingerprint and was not used. Try again; if it stays so, tell who runs this site.',
  'error.quota.title': 'There is no room for the model',
  'error.quota.adviceNeeded':
    'It needs {size} of this browser’s storage. Free some space, or leave private browsing, and try again.',
  'error.quota.advice':
    'This browser refused to store it. Free some space, or leave private browsing, and try again.',
  'error.noDevice.title': 'This browser cannot run the model',
  'error.noDevice.advice':
    'It offers neither WebGPU nor WebAssembly as needed. A current Chrome, Edge, Firefox or Safari will do.',
  'error.deviceLost.title': 'The graphics card gave up',
  'error.deviceLost.advice':
    'The picture was tried twice. Try it again: the next attempt may run on the processor instead.',
  'error.memory.title': 'There was not enough memory',
  'error.memory.advice': 'Close other tabs or programs, then try again.',
  'error.timeout.title': 'The model did not answer in time',
  'error.timeout.advice': 'The device may be busy. Try again when it has less to do.',
  'error.selfTest.title': 'This device computes wrongly',
  'error.selfTest.advice':
    'A known picture did not give its known result, so no verdict can be trusted here. Try another browser or device.',
  'error.cancelled.title': 'Stopped',
  'error.cancelled.advice': 'You can ask again at any time.',
  'error.internal.title': 'Something went wrong in the model',
  'error.internal.advice':
    'It was started afresh. Try the picture again; the details below help whoever looks into it.',
  'error.heic.title': 'This browser cannot open HEIC photos',
  'error.heic.advice':
    'Open the photo in your phone’s gallery and share or export it as JPEG. Mind that this compresses it anew, which weakens traces. Safari opens HEIC as it is.',
  'error.tiff.title': 'TIFF pictures cannot be opened',
  'error.tiff.advice': 'Save the picture as PNG, which loses nothing, and drop that.',
  'error.svg.title': 'This is a drawing, not a photo',
  'error.svg.advice':
    'SVG files hold shapes instead of pixels; there are no camera or generator traces to look for.',
  'error.unreadable.title': 'This could not be read',
  'error.unreadable.advice':
    'It may have been moved, or be in use by another program. Drop it again by itself.',
  'error.link.title': 'This is only a link to a picture',
  'error.link.advice':
    'This page never fetches anything from elsewhere. Save the picture to this device and drop the file.',
  'error.unsupported.title': 'This is not a picture that can be opened',
  'error.unsupported.advice':
    'JPEG, PNG, WebP, AVIF, GIF and BMP work. What counts is the content of the file, not its name.',
} as const;
