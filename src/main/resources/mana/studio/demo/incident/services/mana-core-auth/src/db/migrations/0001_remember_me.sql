DO $$ BEGIN
	IF NOT EXISTS (
		SELECT FROM information_schema.columns
		WHERE table_schema = 'auth' AND table_name = 'sessions' AND column_name = 'remember_me'
	) THEN
		ALTER TABLE "auth"."sessions" ADD COLUMN "remember_me" boolean DEFAULT false NOT NULL;
	END IF;
END $$;
