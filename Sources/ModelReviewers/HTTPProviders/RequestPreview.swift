import HTTPClient
package import StrictJSON

/// What a model would be sent, to be looked at instead of sent.
package struct RequestPreview: Sendable {
  /// How the answer is demanded: `schema`, `tool`, `object` or `promptOnly`.
  package let form: String
  package let url: String
  /// The names of the headers; their values may be secret.
  package let headerNames: [String]
  package let body: JSONValue

  /// The preview as one JSON object.
  package var value: JSONValue {
    [
      "form": .string(form), "url": .string(url),
      "headers": JSONValue(.array(headerNames.map(JSONValue.string))), "body": body,
    ]
  }
}

extension ModelSettings {
  /// One request for each answer form, the one that is tried first leading; empty for a kind of reviewer
  /// that is not asked over HTTP.
  package func previews(of prompt: Prompt) -> [RequestPreview] {
    guard let provider = kind.provider else { return [] }
    return provider.forms.map { form in
      let request = provider.request(ModelQuestion(prompt: prompt, form: form), self)
      return RequestPreview(
        form: "\(form)", url: request.url, headerNames: request.headers.map(\.name),
        body: WireBody.document(in: request.body) ?? JSONValue(.null))
    }
  }
}
