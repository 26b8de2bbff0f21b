import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { When } from "../../components/Amount";
import { MoneyDialog } from "../../components/MoneyDialog";
import { DataTable } from "../../components/table/DataTable";
import type { Column } from "../../components/table/types";
import type { Service } from "./types";

type Letter = Schemas["DeadLetter"];
type Replay = { what: "letters"; ids: string[] | null; done: () => void } | { what: "outbox" };

interface LettersDialogProps {
  service: Service;
  mayReplay: boolean;
  onClose: () => void;
}

/** Events that a service could not take in, to be tried again when the cause is gone. */
export function LettersDialog({ service, mayReplay, onClose }: LettersDialogProps) {
  const { t } = useTranslation("health");
  const [replay, setReplay] = useState<Replay>();
  const columns: Column<Letter>[] = [
    { id: "type", header: t("event"), cell: (letter) => <span className="two-lines"><span className="mono">{letter.type}</span><small className="mono">{letter.aggregate_id}</small></span> },
    { id: "error", header: t("error"), cell: (letter) => <small className="mono">{letter.error}</small> },
    { id: "at", header: t("died"), wide: true, cell: (letter) => <When at={letter.died_at} /> },
  ];
  const send = async (reason: string): Promise<void> => {
    if (replay?.what === "outbox") {
      await call(api.POST(`/api/admin/events/${service}/outbox/replay`, { body: { reason } }));
      return;
    }
    const answer = await call(api.POST(`/api/admin/events/${service}/dead-letters/replay`, { body: { ids: replay?.ids ?? null, reason } }));
    if (answer.failed.length) throw new Error(t("stillFailing", { count: answer.failed.length }));
    replay?.done();
  };
  return (
    <Modal opened onClose={onClose} title={`${t(`name.${service}`)}: ${t("deadLetters")}`} size="xl">
      {mayReplay && (
        <Group gap="xs" mb="sm">
          <Button size="xs" variant="default" onClick={() => setReplay({ what: "letters", ids: null, done: () => undefined })}>{t("replayOldest")}</Button>
          <Button size="xs" variant="default" onClick={() => setReplay({ what: "outbox" })}>{t("replayOutbox")}</Button>
        </Group>
      )}
      <DataTable
        name="dead-letters" scope={[service]} prefix="d." label={t("deadLetters")} columns={columns} rowKey={(letter) => letter.event_id} pageSizes={[50]}
        load={async (query) => {
          const page = await call(api.GET(`/api/admin/events/${service}/dead-letters`, { params: { query: { limit: query.limit, before: query.cursor || null } } }));
          return { rows: page.dead_letters, total: page.total, next: page.next };
        }}
        empty={{ title: t("noLetters"), hint: t("noLettersHint") }}
        bulk={mayReplay ? (letters, done) => <Button size="xs" onClick={() => setReplay({ what: "letters", ids: letters.map((letter) => letter.event_id), done })}>{t("replay")}</Button> : undefined}
      />
      {replay && (
        <MoneyDialog opened onClose={() => setReplay(undefined)} title={replay.what === "outbox" ? t("replayOutbox") : t("replay")} submit={t("replay")} send={({ reason }) => send(reason)} changes={[["dead-letters"], ["delivery"]]}>
          {replay.what === "outbox" ? t("replayOutboxText") : t("replayText")}
        </MoneyDialog>
      )}
    </Modal>
  );
}
