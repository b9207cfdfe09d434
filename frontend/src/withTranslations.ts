import { loadTranslations, type PartName } from '@/text'

/** A page and the words that only such pages need. */
export const withTranslations =
  <Page>(load: () => Promise<Page>, ...books: PartName[]) =>
  async (): Promise<Page> =>
    (await Promise.all([load(), loadTranslations(...books)]))[0]
