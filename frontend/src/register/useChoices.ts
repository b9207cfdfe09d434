import { allRows, type Kind, type RegisterRow } from '@/api/registers'
import { keys, useRead } from '@/staff'
import { t } from '@/text'
import { nameOf } from './kinds'

const CHANNELS = ['counter', 'permanence', 'both'] as const

/** What one chooses from in the form of a procedure; other registers name no rows. */
export function useChoices(kind: Kind) {
  const when = () => kind === 'procedures'
  const { data: partners } = useRead<RegisterRow[]>(() => keys.register.choices('partners'), () => allRows('partners'), { when })
  const { data: themes } = useRead<RegisterRow[]>(() => keys.register.choices('themes'), () => allRows('themes'), { when })

  function choices(from: Kind | 'channel', chosen?: string) {
    const nothing = { value: '', label: t('register.choose') }
    if (from === 'channel') return [nothing, ...CHANNELS.map((value) => ({ value: value as string, label: t(`register.channel.${value}`) }))]
    const rows = (from === 'partners' ? partners.value : themes.value) ?? []
    const known = rows.map((row) => ({ value: row.code, label: nameOf(row) }))
    // Until they are known, and when it was archived since: what is chosen stays.
    const other = chosen && !rows.some(({ code }) => code === chosen) ? [{ value: chosen, label: chosen }] : []
    return [nothing, ...other, ...known]
  }

  return { choices }
}
