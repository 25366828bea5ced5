import { tidy } from './compose.ts';
import type { Document } from '../core/document.ts';
import { walkXml } from './office/walk-xml.ts';

/** Names that programs give to what nobody named. */
const nameless =
  /^(?:microsoft |untitled|document ?\d{0,3}$|presentation|sans titre|sin título|senza titolo|sem título|sense títol)|\.(?:docx?|odt|pdf|rtf|indd|pptx?)$/i;

/** Title and language of Dublin Core elements, which OOXML and ODF both keep. */
export function officeMetadata(xml: string): Document['metadata'] {
  const found = { title: '', language: '' };
  let open = '';
  walkXml(xml, {
    open: (name) => (open = name),
    text: (data) => {
      if (open === 'dc:title') found.title += data;
      if (open === 'dc:language') found.language += data;
    },
    close: () => (open = ''),
  });
  return { ...titled(found.title), ...languageOf(found.language) };
}

/** A title somebody wrote, not the one a program made up. */
export function titled(written: string): { readonly title?: string } {
  const title = tidy(written.slice(0, 500)).replaceAll('\n', ' ');
  return title === '' || nameless.test(title) ? {} : { title };
}

/** `pt-BR`, `pt_BR` and `pt` are `pt`. */
export function languageOf(tag: string): { readonly language?: string } {
  const language = /^[a-z]{2}(?=$|[-_])/i.exec(tag.trim())?.[0].toLowerCase();
  return language === undefined ? {} : { language };
}
