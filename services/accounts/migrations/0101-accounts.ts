import type { Knex } from 'knex'

/** The first four tables, names and all, are as Better Auth wants them, but for `said`, which is ours. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE "user" (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      name text NOT NULL,
      email text NOT NULL UNIQUE,
      "emailVerified" boolean NOT NULL,
      image text,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL DEFAULT now(),
      role text NOT NULL DEFAULT 'shopper' CHECK (role IN ('shopper', 'staff')),
      -- Counts the messages about the account.
      said int NOT NULL DEFAULT 0,
      CHECK (email = lower(email))
    );

    CREATE TABLE session (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      "expiresAt" timestamptz NOT NULL,
      token text NOT NULL UNIQUE,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL,
      "ipAddress" text,
      "userAgent" text,
      "userId" uuid NOT NULL REFERENCES "user" ON DELETE CASCADE
    );
    CREATE INDEX "session_userId_idx" ON session ("userId");

    CREATE TABLE account (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      "accountId" text NOT NULL,
      "providerId" text NOT NULL,
      "userId" uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL
    );
    CREATE INDEX "account_userId_idx" ON account ("userId");

    CREATE TABLE verification (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      identifier text NOT NULL,
      value text NOT NULL,
      "expiresAt" timestamptz NOT NULL,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX verification_identifier_idx ON verification (identifier);

    CREATE TABLE addresses (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      account_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
      name text NOT NULL,
      address jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX addresses_account_id ON addresses (account_id);

    -- How often somebody tried something lately; the key is a hash of what and who.
    CREATE TABLE attempts (
      key text PRIMARY KEY,
      count int NOT NULL,
      until timestamptz NOT NULL
    );
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE attempts, addresses, verification, account, session, "user"')
}
