import { computed, onScopeDispose, ref } from 'vue'
import { isProblem } from '@/api'
import type { KeptMessage } from '@/api/messages'
import { readLocalOutbox } from '@/api/messages/tray'
import { fold, spellPhone } from '@/text'
import { useLoad } from '@/ui'

/** New messages are looked for this often, in milliseconds. */
const AGAIN = 3_000

/** What this machine kept instead of sending it, newest first. */
export function useTray() {
  const { data, failure, busy, reload } = useLoad(readLocalOutbox)
  const to = ref('')
  const chosen = ref<string | null>(null)
  const absent = computed(() => isProblem(failure.value, 'not-found', 'http-404'))
  const all = computed(() => [...(data.value ?? [])].sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt)))
  const shown = computed(() => all.value.filter((one) => fits(one, to.value)))
  const open = computed(() => shown.value.find(({ id }) => id === chosen.value) ?? null)

  const ticking = setInterval(() => void (document.hidden || busy.value || absent.value || reload()), AGAIN)
  onScopeDispose(() => clearInterval(ticking))
  return { data, failure, reload, absent, to, all, shown, chosen, open }
}

/** A part of an address, or of a number however it is written. */
function fits({ to }: KeptMessage, words: string): boolean {
  const bare = (text: string) => fold(text).replace(/ /g, '')
  return !words.trim() || [to, spellPhone(to)].some((one) => bare(one).includes(bare(words)))
}
