import { Parser } from 'htmlparser2';
import { damaged, limits } from '../limits.ts';

/** What is told of an XML text, in its order. */
export interface XmlListener {
  open(name: string, attributes: Readonly<{ [name: string]: string }>): void;
  text(data: string): void;
  close(name: string): void;
}

/**
 * Walks through XML without building a tree. Entities of one's own and anything outside the file are not read:
 * a text with a document type is refused, as OOXML (ECMA-376-2, 8.2.5) asks.
 */
export function walkXml(xml: string, listener: XmlListener): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > limits.depth)
          throw damaged(
            'document',
            `its elements lie more than ${limits.depth} deep in each other`,
          );
        listener.open(name, attributes);
      },
      ontext: (data) => listener.text(data),
      onclosetag: (name) => {
        depth -= 1;
        listener.close(name);
      },
      onprocessinginstruction: (name) => {
        if (name.toLowerCase().startsWith('!doctype'))
          throw damaged('document', 'it declares a document type, which no word processor writes');
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}
