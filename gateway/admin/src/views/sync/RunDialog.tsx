import { Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { MoneyDialog } from "../../components/MoneyDialog";
import { Running } from "./Running";

type Answer = Schemas["SyncWire"];
const WHAT = ["all", "users", "groups", "user-groups", "models"] as const;
const LOOK_MS = 1_000;

/** Reads Open WebUI now. The run belongs to the server: closing the dialog does not stop it. */
export function RunDialog({ onClose, onDone }: { onClose: () => void; onDone: (answer: Answer) => void }) {
  const { t } = useTranslation("sync");
  const [what, setWhat] = useState<(typeof WHAT)[number]>("all");
  const [force, setForce] = useState(false);
  const [dry, setDry] = useState(false);
  const [running, setRunning] = useState(false);
  const status = useQuery({ queryKey: ["sync-status"], queryFn: () => call(api.GET("/api/sync/status")), refetchInterval: running ? LOOK_MS : false, enabled: running });
  const send = async (): Promise<void> => {
    setRunning(true);
    try {
      const answer = await call(api.POST(`/api/credits/sync-${what}`, { params: { query: { force, dry_run: dry } } }));
      if (answer.status === "error") throw new Error(answer.message);
      onDone(answer);
    } finally {
      setRunning(false);
    }
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t("run.title")} submit={t("run.submit")} done={t("run.done")} send={send} reason="none" changes={[["sync-runs"], ["sync-status"], ["drift"], ["users"], ["groups"], ["models"]]}>
      <NativeSelect label={t("run.what")} value={what} onChange={(event) => setWhat(event.currentTarget.value as (typeof WHAT)[number])} data={WHAT.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Checkbox size="sm" label={t("run.dry")} checked={dry} onChange={(event) => setDry(event.currentTarget.checked)} />
      <Checkbox size="sm" label={t("run.force")} description={t("run.forceHint")} checked={force} onChange={(event) => setForce(event.currentTarget.checked)} />
      {running && status.data?.running && status.data.last_run && <Running run={status.data.last_run} />}
    </MoneyDialog>
  );
}
