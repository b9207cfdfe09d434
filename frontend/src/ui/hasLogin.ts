/** Whether somebody logged in in this tab, as far as it remembers; asks nobody, and loads nothing of the login. */
export function hasLogin(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:'))
  } catch {
    return false // A browser that keeps nothing.
  }
}
