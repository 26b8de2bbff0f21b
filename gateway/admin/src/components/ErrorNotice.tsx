import { Alert, Button, CopyButton, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";

/** What went wrong, in the server's words, and the trace by which its operator finds it in the logs. */
export function ErrorNotice({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : undefined;
  const text = problem?.message ?? (error instanceof TypeError ? t("error.offline") : error.message);
  return (
    <Alert role="alert" color="red" variant="default" className="error-notice" icon={<IconAlertTriangle size={18} />} title={problem?.title ?? t("error.title")}>
      <Text size="sm" className="preserve">{text}</Text>
      <Group gap="xs" mt={problem?.traceId || onRetry ? 8 : 0}>
        {onRetry && <Button size="compact-sm" variant="default" onClick={onRetry}>{t("error.retry")}</Button>}
        {problem?.traceId && <Trace id={problem.traceId} />}
      </Group>
    </Alert>
  );
}

/** The id of one request in the logs of every service it touched. */
export function Trace({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <Text size="xs" className="quiet">{t("error.trace")} <span className="mono">{id}</span></Text>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={copy}>{copied ? t("error.copied") : t("error.copy")}</Button>
        )}
      </CopyButton>
    </Group>
  );
}
