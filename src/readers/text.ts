import { limits, tooLarge } from './limits.ts';
import type { Reader } from './reader.ts';
import { textBlocks } from './text/blocks.ts';
import { breaksOf } from './text/breaks.ts';
import { decode } from './text/decode.ts';

/** Plain texts: the text of the document is the decoded file, so its places are those of the file behind a byte order mark. */
export default {
  name: 'text',
  recognises: () => true,
  read: async (bytes) => {
    const decoded = decode(bytes);
    if (decoded.text.length > limits.text)
      throw tooLarge(`The text has more than ${limits.text.toLocaleString('en')} characters`);
    const blocks = textBlocks(decoded.text);
    const breaks = breaksOf(decoded.text, blocks);
    return {
      format: 'text',
      ...decoded,
      blocks,
      ...(breaks.length > 0 ? { breaks } : {}),
      metadata: {},
      notes: [],
    };
  },
} satisfies Reader;
