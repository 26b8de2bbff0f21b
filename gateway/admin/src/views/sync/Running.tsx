import { Button, Group, Progress, Text } from "@mantine/core";
import "@mantine/core/styles/Progress.css";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";

/** A run that is at it, whoever started it: what it reads, and a way to stop it. */
export function Running({ run }: { run: Schemas["RunWire"] }) {
  const { t } = useTranslation("sync");
  const mayStop = usePermission("people");
  const queries = useQueryClient();
  // What ends while nobody looks at it is a row of the history then.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: ["sync-runs"] }), [queries]);
  const stop = useMutation({
    mutationFn: () => call(api.POST("/api/sync/runs/{run_id}/cancel", { params: { path: { run_id: run.id } } })),
    onSuccess: async () => {
      notifications.show({ message: t("cancel.done") });
      await queries.invalidateQueries({ queryKey: ["sync-status"] });
    },
  });
  return (
    <section className="card pad" role="status">
      <Group justify="space-between" wrap="nowrap" mb={8}>
        <Text size="sm">{t("state.running")}: {run.kinds.map((kind) => t(`kind.${kind.replace("_", "-")}`)).join(", ")} <span className="quiet"><When at={run.started_at} /></span></Text>
        {mayStop && <Button size="compact-sm" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>{t("cancel.title")}</Button>}
      </Group>
      {/* How far it is cannot be told: each kind is one answer of Open WebUI. */}
      <Progress value={100} animated aria-label={t("state.running")} />
      {stop.error && <ErrorNotice error={stop.error} />}
    </section>
  );
}
