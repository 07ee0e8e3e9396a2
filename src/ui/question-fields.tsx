/** The question and one of three modes, for the next pictures or for one card. */

import { type AnalyseRequest, MODES } from '../contract';
import { HARD_QUESTIONS, MAX_QUESTION_LENGTH, SIMPLE_QUESTIONS } from '../state/questions';
import { t } from '../words';
import { MODE_NAMES, MODE_WHAT } from './words';

interface QuestionFieldsProps {
  /** Prefix of the fields' ids; unique in the page. */
  readonly name: string;
  readonly legend: string;
  readonly request: AnalyseRequest;
  readonly onRequest: (request: AnalyseRequest) => void;
}

export function QuestionFields({ name, legend, request, onRequest }: QuestionFieldsProps) {
  return (
    <div class="ask-fields">
      <fieldset class="modes">
        <legend>{legend}</legend>
        {MODES.map((mode) => (
          <label key={mode} class="mode">
            <input
              type="radio"
              name={`${name}-mode`}
              value={mode}
              checked={request.mode === mode}
              onChange={() => onRequest({ ...request, mode })}
            />
            <span class="mode-name">{MODE_NAMES[mode]}</span>
            <span class="mode-what">{MODE_WHAT[mode]}</span>
          </label>
        ))}
      </fieldset>
      <div class="question">
        <label for={`${name}-question`}>{t('ask.question')}</label>
        <input
          id={`${name}-question`}
          type="text"
          autocomplete="off"
          dir="auto"
          maxLength={MAX_QUESTION_LENGTH}
          value={request.question}
          onInput={(event) => onRequest({ ...request, question: event.currentTarget.value })}
        />
        <label class="visually-hidden" for={`${name}-suggestions`}>
          {t('ask.suggested')}
        </label>
        <select
          id={`${name}-suggestions`}
          value=""
          onChange={(event) => {
            if (event.currentTarget.value) onRequest({ ...request, question: event.currentTarget.value });
            event.currentTarget.value = '';
          }}
        >
          <option value="">{t('ask.suggestions')}</option>
          <optgroup label={t('ask.forAnswer')}>
            {SIMPLE_QUESTIONS.map((question) => (
              <option key={question} value={question} translate={false} lang="en" dir="ltr">
                {question}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('ask.forReasons')}>
            {HARD_QUESTIONS.map((question) => (
              <option key={question} value={question} translate={false} lang="en" dir="ltr">
                {question}
              </option>
            ))}
          </optgroup>
        </select>
        {t('ask.english') && <p class="note">{t('ask.english')}</p>}
      </div>
    </div>
  );
}
