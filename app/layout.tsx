import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import './globals.css'

/** No title here: each page gives its own through the shell, and a second title element would win over it. */
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
  icons: { icon: '/mark.svg' },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#123a5a' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The policy for scripts carries a fresh nonce with each answer: a page built ahead of time would have none and stay dead.
  await connection()
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  )
}
