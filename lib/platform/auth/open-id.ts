import type { OAuthConfig } from 'next-auth/providers/oauth'

interface OpenIdProfile {
  sub: string
  email?: string
}

/** The organisation's own sign-in (Entra ID, Keycloak, …) when OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set. */
export function openIdProvider(): OAuthConfig<OpenIdProfile> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env
  if (!issuer || !clientId || !clientSecret) return null
  return {
    id: 'organisation',
    name: process.env['OIDC_NAME'] ?? 'your organisation',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? null }),
  }
}
