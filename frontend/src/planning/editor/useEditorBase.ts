import { listPartners, readPermanence } from '@/api/planning'
import { keys, readHouse, readProcedures, useRead } from '@/staff'
import type { EditorPlace } from './sent'

/** What the editor starts from; nothing of it changes under the hand of whoever types. */
export function useEditorBase({ siteId, permanenceId }: EditorPlace) {
  return useRead(() => keys.planning.editor(siteId, permanenceId), read, { still: true })

  async function read() {
    const [site, partners, procedures, base] = await Promise.all([
      readHouse(siteId), listPartners(), readProcedures(), permanenceId ? readPermanence(permanenceId) : null,
    ])
    return { site, partners, procedures, base }
  }
}

export type EditorBase = ReturnType<typeof useEditorBase>
