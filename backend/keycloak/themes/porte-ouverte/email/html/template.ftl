<#-- As the product's own letters: one column, our colours, no picture to load. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;padding:24px 12px;background:#faf6ef;color:#241f1a;font:17px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif">
  <div style="max-width:36rem;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e3d9ca;border-top:4px solid #1b5a4c;border-radius:12px">
    <p style="margin:0 0 16px;font:600 20px Georgia,serif">Porte ouverte</p>
    <#nested>
  </div>
</body>
</html>
</#macro>
