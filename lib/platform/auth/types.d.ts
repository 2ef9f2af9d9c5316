import 'next-auth'

declare module 'next-auth' {
  interface User {
    /** The row opened for this sign-in. */
    sessionId?: string
  }
}
