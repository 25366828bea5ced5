import type { Format } from '../core/table.ts';
import { rowObject, visibleJson } from './jsonl.ts';
import { inPieces } from './lines.ts';

export default {
  summary: 'one JSON array with an object for each row',
  async *write({ columns, rows }) {
    let before = '[\n  ';
    yield* inPieces(rows, (row) => {
      const text = before + visibleJson(rowObject(columns, row), 2).replaceAll('\n', '\n  ');
      before = ',\n  ';
      return text;
    });
    yield before.startsWith('[') ? '[]\n' : '\n]\n';
  },
} satisfies Format;
