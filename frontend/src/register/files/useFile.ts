import { computed, ref, watch } from 'vue'
import { applyFile, type FileImport, fileReport, getFile, setFileAside, type Take, undoFile } from '@/api/registers/files'
import { keys, readAgain, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { saveFile } from '@/ui/save'

const LOOK_EVERY = 1000

/** One import: read while the work goes on, applied, set aside, taken back. */
export function useFile(id: () => string) {
  /** Nothing goes on that one could wait for. */
  const settled = ref(false)
  const { data, failure: unread, reload } = useRead(() => keys.register.file(id()), () => getFile(id()), { every: LOOK_EVERY, unless: () => settled.value })
  const file = computed<FileImport | null>(() => data.value?.report ?? null)
  watch(file, (now) => (settled.value = !!now && now.state !== 'waiting' && now.state !== 'applying'), { immediate: true })
  const sending = useSending({}, async () => {
    await reload()
    sending.form.check([{ id: '', message: t('imports.stale') }])
  })
  const taken = ref(new Map<string, Take>())
  const nameOf = ({ key, field }: Take) => `${key} ${field}`
  const takes = (one: Take) => taken.value.has(nameOf(one))

  function take(one: Take, yes: boolean): void {
    if (yes) taken.value.set(nameOf(one), one)
    else taken.value.delete(nameOf(one))
  }

  /** Sends a command, reads everything again, and says what was done. */
  async function run(command: () => Promise<unknown>, done: string): Promise<boolean> {
    const good = await sending.attempt(async () => {
      await command()
      await readAgain(keys.register.all)
      return done
    })
    if (good && done) await focusOn('import-said')
    return good
  }

  /** The button that was pressed goes: the focus goes to how the file stands. */
  async function apply(): Promise<void> {
    if (await run(() => applyFile(file.value!, [...taken.value.values()]), '')) await focusOn('import-state')
  }
  const undo = () => run(() => undoFile(id()), t('imports.undone'))
  const aside = () => run(() => setFileAside(id()), '')
  const save = () => sending.attempt(async () => {
    saveFile(`import-${id()}.csv`, 'text/csv;charset=utf-8', await fileReport(id()))
    return ''
  })

  return { file, unread, reload, settled, sending, take, takes, apply, undo, aside, save }
}
