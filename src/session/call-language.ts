import { findBase } from '../base/base.ts';
import { UsageError } from '../core/usage-error.ts';
import { environmentLanguage, languageOf } from '../language/catalogue.ts';

/** The language that `--lang` asks for; throws a {@link UsageError} for one that koinon does not speak. */
export function readLanguage(written: unknown): string | undefined {
  if (typeof written !== 'string' || written === '') return undefined;
  const language = languageOf(written);
  if (language === undefined) {
    throw new UsageError(`--lang expects en, fr, es, it, pt, ca, el or ar, found “${written}”`);
  }
  return language;
}

/** The language of a call for which there is no session: what was asked for, else that of the base or the environment. */
export function languageFor(
  base: string | undefined,
  asked: string | undefined,
  folder: string,
  env: Readonly<{ [name: string]: string | undefined }>,
): string {
  const ofBase = () => {
    try {
      return findBase(base ?? (env['KOINON_BASE'] || undefined), folder).lang;
    } catch (error) {
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  };
  return languageOf(asked ?? '') ?? ofBase() ?? environmentLanguage(env) ?? 'en';
}
