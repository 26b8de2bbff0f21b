import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";

export type NewKey = Schemas["NewApiKey"];
export const SCOPES = ["credits:read", "credits:charge", "prices:read", "models:use", "links:issue", "metrics:read"] as const;
// What the functions of Open WebUI need.
const USUAL = ["credits:read", "credits:charge", "prices:read"];

export function IssueDialog({ onClose, onIssued }: { onClose: () => void; onIssued: (key: NewKey) => void }) {
  const { t } = useTranslation("keys");
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<string[]>(USUAL);
  const [until, setUntil] = useState("");
  const send = async ({ reason }: Change): Promise<void> => {
    const expires = until ? new Date(`${until}T00:00`).toISOString() : null;
    onIssued(await call(api.POST("/api/admin/keys", { body: { name: name.trim(), scopes, expires_at: expires, reason: reason || null } })));
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t("issue")} submit={t("issue")} done={t("issued")} send={send} ready={Boolean(name.trim()) && scopes.length > 0} reason="optional" changes={[["keys"]]}>
      <TextInput label={t("name")} description={t("nameHint")} required maxLength={100} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox.Group label={t("scopes")} value={scopes} onChange={setScopes}>
        <Stack gap={8} mt={6}>
          {SCOPES.map((scope) => <Checkbox key={scope} size="sm" value={scope} label={scope} description={t(`scope.${scope.replace(":", "-")}`)} />)}
        </Stack>
      </Checkbox.Group>
      <TextInput type="date" label={t("expires")} description={t("expiresHint")} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
    </MoneyDialog>
  );
}
