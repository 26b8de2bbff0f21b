import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { ErrorNotice } from "../../components/ErrorNotice";
import { QrCode } from "./QrCode";

type Step = "closed" | "setUp" | "remove";

/** Whether there is one the server does not tell, so both ways are offered; it refuses what does not fit. */
export function SecondFactor() {
  const { t } = useTranslation("account");
  const [step, setStep] = useState<Step>("closed");
  const start = useMutation({ mutationFn: () => call(api.POST("/api/admin/me/totp")), onSuccess: () => setStep("setUp") });
  const done = (): void => {
    setStep("closed");
    start.reset();
    notifications.show({ message: t("app:dialog.saved") });
  };
  return (
    <section className="card pad">
      <h2 className="card-title">{t("factor.title")}</h2>
      <Stack gap="sm">
        <Text size="sm">{t("factor.text")}</Text>
        {start.error && <ErrorNotice error={start.error} />}
        {step === "closed" && (
          <Group gap="xs">
            <Button size="xs" loading={start.isPending} onClick={() => start.mutate()}>{t("factor.setUp")}</Button>
            <Button size="xs" variant="default" onClick={() => setStep("remove")}>{t("factor.remove")}</Button>
          </Group>
        )}
        {step === "setUp" && start.data && (
          <>
            <Text size="sm">{t("factor.scan")}</Text>
            <QrCode text={start.data.uri} label={t("factor.qr")} />
            <Text size="xs" className="quiet">{t("factor.secret")} <span className="mono ink" data-testid="secret">{new URL(start.data.uri).searchParams.get("secret")}</span></Text>
            <Code submit={t("factor.confirm")} send={(code) => call(api.POST("/api/admin/me/totp/confirm", { body: { code } }))} onDone={done} onCancel={() => setStep("closed")} />
          </>
        )}
        {step === "remove" && <Code submit={t("factor.remove")} send={(code) => call(api.DELETE("/api/admin/me/totp", { body: { code } }))} onDone={done} onCancel={() => setStep("closed")} />}
      </Stack>
    </section>
  );
}

interface CodeProps {
  submit: string;
  send: (code: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

function Code({ submit, send, onDone, onCancel }: CodeProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const sending = useMutation({ mutationFn: () => send(code.trim()), onSuccess: onDone });
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <Stack component="form" gap="sm" onSubmit={onSubmit}>
      <TextInput label={t("signIn.code")} description={t("signIn.codeHint")} required inputMode="numeric" autoComplete="one-time-code" maxLength={6} maw={220} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
      {sending.error && <ErrorNotice error={sending.error} />}
      <Group gap="xs">
        <Button size="xs" type="submit" loading={sending.isPending} disabled={!/^\d{6}$/.test(code.trim())}>{submit}</Button>
        <Button size="xs" variant="default" onClick={onCancel}>{t("dialog.cancel")}</Button>
      </Group>
    </Stack>
  );
}
