-- keeps all data
CREATE SCHEMA "My ""App""";
CREATE TYPE "My ""App"""."Kind" AS ENUM ('It''s', 'new \ one', 'B;b');
CREATE TABLE "My ""App"""."User" ("Id" bigserial PRIMARY KEY, "select" varchar(80) NOT NULL, "Kind" "My ""App"""."Kind" DEFAULT 'new \ one', "a.b" bigint, "from" text);
CREATE INDEX "Idx-1" ON "My ""App"""."User" ("select", upper("select")) WHERE "a.b" > 1;
CREATE VIEW "My ""App"""."View" AS SELECT "Id", "Kind", "select" FROM "My ""App"""."User";
COMMENT ON COLUMN "My ""App"""."User"."a.b" IS 'dotted';
