/** What a kiosk keeps: its key, and whether a printer hangs on it. */
export interface KioskSettings {
  key: string
  paper: boolean
}

const KEY = (siteId: string) => `porte-ouverte.kiosk.${siteId}`

/** The settings in the fragment of the address that a manager opened (`#cle=…&papier=non`); null when there are none. */
export function settingsIn(hash: string): KioskSettings | null {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const key = said.get('cle')
  return key ? { key, paper: said.get('papier') !== 'non' } : null
}

export function keepSettings(siteId: string, settings: KioskSettings): void {
  try {
    localStorage.setItem(KEY(siteId), JSON.stringify(settings))
  } catch {
    // Storage refused: the kiosk works until it is switched off.
  }
}

export function keptSettings(siteId: string): KioskSettings | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY(siteId)) ?? 'null')
    return isSettings(kept) ? kept : null
  } catch {
    return null
  }
}

function isSettings(value: unknown): value is KioskSettings {
  return typeof value === 'object' && value !== null && typeof (value as KioskSettings).key === 'string'
}
