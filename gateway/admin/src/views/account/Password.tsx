import { Button, PasswordInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { SESSION_KEY } from "../../app/session";
import { ErrorNotice } from "../../components/ErrorNotice";

const PASSWORD_MIN = 12;

export function Password() {
  const { t } = useTranslation("account");
  const queries = useQueryClient();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => call(api.POST("/api/admin/me/password", { body: { current, new: next } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: SESSION_KEY });
      notifications.show({ message: t("password.done") });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  const show = { "aria-label": t("app:signIn.show") };
  return (
    <section className="card pad">
      <h2 className="card-title">{t("password.title")}</h2>
      <Stack component="form" gap="sm" onSubmit={submit}>
        <PasswordInput label={t("password.current")} required autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} visibilityToggleButtonProps={show} />
        <PasswordInput label={t("password.new")} description={t("password.hint")} required minLength={PASSWORD_MIN} autoComplete="new-password" value={next} onChange={(event) => setNext(event.currentTarget.value)} visibilityToggleButtonProps={show} />
        {change.error && <ErrorNotice error={change.error} />}
        <Text size="xs" className="quiet">{t("password.after")}</Text>
        <div><Button size="xs" type="submit" loading={change.isPending} disabled={!current || next.length < PASSWORD_MIN}>{t("password.submit")}</Button></div>
      </Stack>
    </section>
  );
}
