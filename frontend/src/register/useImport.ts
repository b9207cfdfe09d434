import { shallowRef } from 'vue'
import type { CatalogueImport, Differences } from '@/api/registers'
import { keys, readAgain, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'

interface How<File> {
  preview: (file: File) => Promise<Differences>
  apply: (file: File, digest: string) => Promise<CatalogueImport>
}

/** A file that is brought in: first what it would change, then, unchanged, done. */
export function useImport<File>({ preview, apply }: How<File>) {
  const seen = shallowRef<{ file: File; differences: Differences } | null>(null)
  // What changed meanwhile is looked at again before anything is written.
  const sending = useSending({}, async () => {
    seen.value = null
    sending.form.check([{ id: '', message: t('register.import.stale') }])
  })
  const { attempt, busy, said } = sending

  async function look(read: () => Promise<File>): Promise<void> {
    seen.value = null
    const found = await attempt(async () => {
      const file = await read()
      seen.value = { file, differences: await preview(file) }
      return ''
    })
    if (found) await focusOn('import-preview')
  }

  async function bringIn(): Promise<void> {
    const what = seen.value
    if (!what) return
    const done = await attempt(async () => {
      const { id, counts } = await apply(what.file, what.differences.digest)
      seen.value = null
      // A table of houses, too, is brought in here.
      await readAgain(keys.register.all, keys.site.all)
      return id ? t('register.import.done', { created: counts.created, changed: counts.changed }) : t('register.import.nothing')
    })
    if (done) await focusOn('import-said')
  }

  return { seen, sending, busy, said, look, bringIn, leave: () => (seen.value = null) }
}
