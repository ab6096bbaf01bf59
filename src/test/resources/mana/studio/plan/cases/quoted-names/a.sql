CREATE SCHEMA "My ""App""";
CREATE TYPE "My ""App"""."Kind" AS ENUM ('It''s', 'B;b');
CREATE TABLE "My ""App"""."User" ("Id" serial PRIMARY KEY, "select" text, "Kind" "My ""App"""."Kind" DEFAULT 'It''s', "a.b" integer);
CREATE INDEX "Idx-1" ON "My ""App"""."User" ("select", lower("select")) WHERE "a.b" > 0;
CREATE VIEW "My ""App"""."View" AS SELECT "Id", "Kind" FROM "My ""App"""."User";
INSERT INTO "My ""App"""."User" ("select", "a.b") VALUES ('x', 1);
