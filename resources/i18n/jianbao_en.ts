<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>关于鉴报</source>
        <translation>About Jianbao</translation>
    </message>
    <message>
        <source>鉴报</source>
        <translation>Jianbao</translation>
    </message>
    <message>
        <source>版本 {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>政府信息公开工作年度报告的核对工具。</source>
        <translation>Checks annual reports on open government information.</translation>
    </message>
    <message>
        <source>原件只读，从不改动；不联网，不上传任何内容；所做的更正与结论都留有记录。</source>
        <translation>Originals are read only and never changed. Nothing is sent anywhere. Every correction and verdict is on record.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>打开文件夹…</source>
        <translation>Open folder…</translation>
    </message>
    <message>
        <source>读入一个文件夹里的全部年报；原件只读，不会被改动</source>
        <translation>Read every report in a folder; originals are never changed</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open files…</translation>
    </message>
    <message>
        <source>只读入选中的文件</source>
        <translation>Read only the files chosen</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>重新读取全部文件；更正与结论都会保留</source>
        <translation>Read all files again; corrections and verdicts stay</translation>
    </message>
    <message>
        <source>停止读取</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>停止读取；已经读入的年报照常可用</source>
        <translation>Stop reading; what has been read can be used</translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>把汇总、问题清单与更正记录导出为工作簿</source>
        <translation>Export the summary, the findings and the corrections as a workbook</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出审核记录…</source>
        <translation>Export the review log…</translation>
    </message>
    <message>
        <source>把每一步审核记录（更正、结论、备注）存成 JSON，供归档</source>
        <translation>Keep every step of the review (corrections, verdicts, notes) as JSON, for the archive</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>退出；所做的一切都已保存</source>
        <translation>Quit; everything done is saved</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>更正这一格</source>
        <translation>Correct this cell</translation>
    </message>
    <message>
        <source>恢复原值</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>撤掉这一格的更正，回到报告里的原值</source>
        <translation>Drop the correction; back to what the report says</translation>
    </message>
    <message>
        <source>下一处问题</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>从当前位置往下走，本份看完自动进入下一份</source>
        <translation>Onward from here, into the next report where this one ends</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处问题</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>从当前位置往回走</source>
        <translation>Back from here</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一份年报</source>
        <translation>Next report</translation>
    </message>
    <message>
        <source>上一份年报</source>
        <translation>Previous report</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认这个问题属实（备注栏里的话一并记下）</source>
        <translation>The finding is right (the note is kept with it)</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>这不是问题，排除（备注栏里的话一并记下）</source>
        <translation>This is no fault (the note is kept with it)</translation>
    </message>
    <message>
        <source>撤回结论</source>
        <translation>Withdraw verdict</translation>
    </message>
    <message>
        <source>在问题清单或表格里按 Enter 或 F2，即可更正选中的格</source>
        <translation>Press Enter or F2 in the list of findings or in the table to correct the chosen cell</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>问题属实，并且已经更正；单位的文件里仍然是错的</source>
        <translation>True, and corrected; the unit&apos;s own file is still wrong</translation>
    </message>
    <message>
        <source>待查</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>还要向单位核实，先放一放（备注栏里的话一并记下）</source>
        <translation>Has to be clarified with the unit first (the note is kept with it)</translation>
    </message>
    <message>
        <source>回到待定状态；备注留着</source>
        <translation>Back to undecided; the note stays</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>给这条问题写备注，不必先下结论；离开时自动记下</source>
        <translation>Write a note on this finding, with or without a verdict; it is kept on leaving</translation>
    </message>
    <message>
        <source>所有年报里的这类问题</source>
        <translation>This finding in all reports</translation>
    </message>
    <message>
        <source>在“全部问题”里列出各份年报中这项检查的问题，一起下结论</source>
        <translation>List what this check found in all reports under “All findings”, to judge it together</translation>
    </message>
    <message>
        <source>全部问题</source>
        <translation>All findings</translation>
    </message>
    <message>
        <source>列出这个文件夹里所有年报的全部问题</source>
        <translation>List all findings of all reports of this folder</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>整个文件夹的总览：各单位各类问题、进度、缺报单位；再按一次回到年报</source>
        <translation>The whole folder: findings by unit and family, progress, missing units; once more goes back to the report</translation>
    </message>
    <message>
        <source>导出总览图…</source>
        <translation>Export overview picture…</translation>
    </message>
    <message>
        <source>把总览存成一张完整的 PNG 图片</source>
        <translation>Save the whole overview as a PNG picture</translation>
    </message>
    <message>
        <source>自动到下一处</source>
        <translation>Go on by itself</translation>
    </message>
    <message>
        <source>下了结论，自动到下一处还没有结论的问题；本份完了进入下一份</source>
        <translation>After a verdict go to the next undecided finding, then to the next report</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Apply suggestion</translation>
    </message>
    <message>
        <source>把正在预览的建议写成更正，可以一步撤销</source>
        <translation>Turn the suggestion shown into corrections; one step to undo</translation>
    </message>
    <message>
        <source>下一条建议</source>
        <translation>Next suggestion</translation>
    </message>
    <message>
        <source>上一条建议</source>
        <translation>Previous suggestion</translation>
    </message>
    <message>
        <source>标记为已审</source>
        <translation>Mark as reviewed</translation>
    </message>
    <message>
        <source>这一份已经审完</source>
        <translation>This report is done</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>已审，下一份</source>
        <translation>Reviewed, next</translation>
    </message>
    <message>
        <source>这一份已经审完，去下一份没审完的；还有没结论的问题会先提醒</source>
        <translation>This report is done, on to the next open one; warns of undecided findings first</translation>
    </message>
    <message>
        <source>转到单位…</source>
        <translation>Go to unit…</translation>
    </message>
    <message>
        <source>输入单位、拼音首字母、文件名或年度，转到那一份年报</source>
        <translation>Type a unit, its pinyin initials, a file name or a year to go to that report</translation>
    </message>
    <message>
        <source>改动后照旧有效</source>
        <translation>Still holds after the change</translation>
    </message>
    <message>
        <source>文件改了，原来的结论或更正对现在的内容仍然有效</source>
        <translation>The file changed; the earlier verdict or correction still holds for what it says now</translation>
    </message>
    <message>
        <source>照旧有效</source>
        <translation>Still holds</translation>
    </message>
    <message>
        <source>改动后不再沿用</source>
        <translation>No longer holds after the change</translation>
    </message>
    <message>
        <source>文件改了，原来的结论或更正不再沿用；可以撤销</source>
        <translation>The file changed; the earlier verdict or correction is dropped; this can be undone</translation>
    </message>
    <message>
        <source>不再沿用</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>并入附表</source>
        <translation>Join attachment</translation>
    </message>
    <message>
        <source>把附表里的三张表并入这份报告，合为一份审核；随时可以拆开</source>
        <translation>Take the tables of the attachment into this report and review the two as one; they can be split again at any time</translation>
    </message>
    <message>
        <source>拆出附表</source>
        <translation>Split attachment</translation>
    </message>
    <message>
        <source>把并入的附表拆出来，各自审核</source>
        <translation>Split the attachment off and review each on its own</translation>
    </message>
    <message>
        <source>整改复核…</source>
        <translation>Second round…</translation>
    </message>
    <message>
        <source>把单位整改后报来的年报与审过的对照：改了没有、还改了什么</source>
        <translation>Compare the reports that units sent back with the reviewed ones: was it mended, and what else changed</translation>
    </message>
    <message>
        <source>单位名录…</source>
        <translation>Roster…</translation>
    </message>
    <message>
        <source>编辑单位名录和隶属关系，看谁没有交、谁交了两份</source>
        <translation>Edit the roster of units and who is whose superior; see who has not sent a report and who sent two</translation>
    </message>
    <message>
        <source>筛选年报</source>
        <translation>Filter reports</translation>
    </message>
    <message>
        <source>用系统程序打开原件</source>
        <translation>Open the original in its program</translation>
    </message>
    <message>
        <source>在文件夹中显示</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>复制问题文字</source>
        <translation>Copy the finding&apos;s text</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>打开使用手册，翻到正在用的这一部分；可以全文查找</source>
        <translation>Open the manual at the part in use; its full text can be searched</translation>
    </message>
    <message>
        <source>常用的五个键</source>
        <translation>Five keys to begin with</translation>
    </message>
    <message>
        <source>这条检查的说明</source>
        <translation>About this check</translation>
    </message>
    <message>
        <source>这条检查查什么、依据是什么、怎样与单位核对</source>
        <translation>What this check looks for, why, and how to settle it with the unit</translation>
    </message>
    <message>
        <source>并排比较…</source>
        <translation>Compare side by side…</translation>
    </message>
    <message>
        <source>把跨年报问题说到的两处原文并排显示</source>
        <translation>Show both passages of a finding between reports beside each other</translation>
    </message>
    <message>
        <source>比较两份正文…</source>
        <translation>Compare the two bodies…</translation>
    </message>
    <message>
        <source>把文件里重复的两份正文并排显示，标出不同，选定以哪一份为准</source>
        <translation>Show the two copies of the body side by side with their differences, and choose which one counts</translation>
    </message>
    <message>
        <source>比较两份</source>
        <translation>Compare bodies</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关于鉴报</source>
        <translation>About Jianbao</translation>
    </message>
    <message>
        <source>在问题清单里按 {0}</source>
        <translation>{0} in the list of findings</translation>
    </message>
</context>
<context>
    <name>AgainBar</name>
    <message>
        <source>去看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>到这一处去</source>
        <translation>Go to this place</translation>
    </message>
    <message>
        <source>改了，请再看（{0} 处）：</source>
        <translation>Changed, please look again ({0}): </translation>
    </message>
    <message>
        <source>这份报告审完以后改过文字。</source>
        <translation>The text of this report was changed after it was reviewed.</translation>
    </message>
    <message>
        <source>{0} 原来是“{1}”，更正为 {2}；现在是“{3}”。</source>
        <translation>{0} was “{1}”, corrected to {2}; now it is “{3}”.</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>（{0}）</source>
        <translation> ({0})</translation>
    </message>
    <message>
        <source>原来说“{0}”，判为{1}{2}；现在说“{3}”。</source>
        <translation>It said “{0}”, judged {1}{2}; now it says “{3}”.</translation>
    </message>
    <message>
        <source>旧记录没有记下当时的内容</source>
        <translation>not kept in the older record</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>表格取自附表“{0}”，与正文并为一份审核。</source>
        <translation>The tables come from the attachment “{0}”; both are reviewed as one report.</translation>
    </message>
    <message>
        <source>这份报告的表格在附表“{0}”里，可以并为一份审核。</source>
        <translation>The tables of this report are in the attachment “{0}”; the two can be reviewed as one.</translation>
    </message>
    <message>
        <source>这是附表，正文在“{0}”里，可以并为一份审核。</source>
        <translation>This is an attachment; its report is “{0}”. The two can be reviewed as one.</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>报告年度</source>
        <translation>Reporting year</translation>
    </message>
    <message>
        <source>{0} 年度</source>
        <translation>Year {0}</translation>
    </message>
    <message>
        <source>报送情况</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>还没有打开年报：打开文件夹后可以看谁交了、谁没交。</source>
        <translation>No reports are open: open a folder to see who has sent one and who has not.</translation>
    </message>
    <message>
        <source>没有交</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>交了不止一份</source>
        <translation>More than one</translation>
    </message>
    <message>
        <source>不在名录上</source>
        <translation>Not on the roster</translation>
    </message>
    <message>
        <source>认不出单位或年度的文件</source>
        <translation>Files whose unit or year is not known</translation>
    </message>
    <message>
        <source>名录上 {0} 个单位：交了 {1}，没有交 {2}，不止一份 {3}；不在名录上 {4} 份。</source>
        <translation>{0} units on the roster: {1} received, {2} missing, {3} more than once; {4} not on the roster.</translation>
    </message>
    <message>
        <source>有 {0} 个文件认不出单位或年度，没交的可能在其中。</source>
        <translation>The unit or year of {0} files is not known; missing ones may be among them.</translation>
    </message>
    <message>
        <source>像是“{0}”</source>
        <translation>Looks like “{0}”</translation>
    </message>
    <message>
        <source>作为“{0}”的别名</source>
        <translation>As another name of “{0}”</translation>
    </message>
    <message>
        <source>作为别名</source>
        <translation>As another name</translation>
    </message>
    <message>
        <source>把这个单位加进名录</source>
        <translation>Add this unit to the roster</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>算式</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>有关的数</source>
        <translation>Figures concerned</translation>
    </message>
    <message>
        <source>另有 {0} 格</source>
        <translation>{0} more cells</translation>
    </message>
    <message>
        <source>等号左边合计 {0}，右边合计 {1}，相差 {2}</source>
        <translation>Left side {0}, right side {1}, difference {2}</translation>
    </message>
    <message>
        <source>应为 {0}</source>
        <translation>Expected {0}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>这条检查的说明</source>
        <translation>About this check</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>CellBar</name>
    <message>
        <source>更正的理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>点一个格看详情，按 Enter 更正</source>
        <translation>Click a cell for details, press Enter to correct it</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>报告里没有</source>
        <translation>Not in the report</translation>
    </message>
</context>
<context>
    <name>ChangesBar</name>
    <message>
        <source>读入</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>只读这几个文件；审核记录照旧，没写完的不动</source>
        <translation>Read only these files; the review stays, and so does what is half written</translation>
    </message>
    <message>
        <source>先不读</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>再有变化时再提</source>
        <translation>Ask again at the next change</translation>
    </message>
    <message>
        <source>{0} 个改了</source>
        <translation>{0} changed</translation>
    </message>
    <message>
        <source>{0} 个是新的</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>{0} 个不在了</source>
        <translation>{0} gone</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0} 个文件有变化：{1}。</source>
        <translation>{0} files differ: {1}.</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>结构</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>勾稽</source>
        <translation>Arithmetic</translation>
    </message>
    <message>
        <source>文表一致</source>
        <translation>Text against tables</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>隐私与文字</source>
        <translation>Privacy and wording</translation>
    </message>
    <message>
        <source>跨年报</source>
        <translation>Across reports</translation>
    </message>
    <message>
        <source>按编号或名称查找</source>
        <translation>Find by code or name</translation>
    </message>
    <message>
        <source>检查项目</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>查什么</source>
        <translation>What it looks for</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>{0} 的级别</source>
        <translation>Severity of {0}</translation>
    </message>
    <message>
        <source>{0}（默认）</source>
        <translation>{0} (default)</translation>
    </message>
    <message>
        <source>共 {0} 项检查，停用 {1} 项；停用的检查会写进导出工作簿的说明页。</source>
        <translation>{0} checks, {1} switched off; the workbook&apos;s notes say which.</translation>
    </message>
    <message>
        <source>共 {0} 项检查，全部启用。</source>
        <translation>{0} checks, all on.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>可以读取的文件 ({0});;所有文件 (*)</source>
        <translation>Files that can be read ({0});;All files (*)</translation>
    </message>
</context>
<context>
    <name>CodeBars</name>
    <message>
        <source>各项检查发现的问题</source>
        <translation>Findings by check</translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message>
        <source>{0} {1}：{2} 条</source>
        <translation>{0} {1}: {2}</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>更多命令</source>
        <translation>More commands</translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message>
        <source>两份正文</source>
        <translation>Two bodies</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>与第{0}份比较</source>
        <translation>Compare with copy {0}</translation>
    </message>
    <message>
        <source>数据项</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>第一份</source>
        <translation>First copy</translation>
    </message>
    <message>
        <source>另一份</source>
        <translation>Other copy</translation>
    </message>
    <message>
        <source>两份不同的数据</source>
        <translation>Figures that differ</translation>
    </message>
    <message>
        <source>&lt;b&gt;第{0}份正文&lt;/b&gt;（计入）</source>
        <translation>&lt;b&gt;Body {0}&lt;/b&gt; (counts)</translation>
    </message>
    <message>
        <source>第{0}份正文（不计入）</source>
        <translation>Body {0} (does not count)</translation>
    </message>
    <message>
        <source>两份正文一致：数据和文字都没有不同。留下一份即可；下面左右对照。</source>
        <translation>The two bodies agree in figures and text. One of them is enough; both are shown below.</translation>
    </message>
    <message>
        <source>两份正文不同 {0} 处：数据 {1} 项，文字 {2} 处。以哪一份为准，请与单位核对。</source>
        <translation>The two bodies differ in {0} places: {1} figures, {2} passages. Ask the unit which one counts.</translation>
    </message>
    <message>
        <source>没有这一格</source>
        <translation>No such cell</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>共 {0} 处不同</source>
        <translation>{0} differences</translation>
    </message>
    <message>
        <source>第 {0} 处，共 {1} 处：{2}</source>
        <translation>{0} of {1}: {2}</translation>
    </message>
</context>
<context>
    <name>Copy</name>
    <message>
        <source>以这一份为准</source>
        <translation>This one counts</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>放回去</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>放回原处，再由您确认</source>
        <translation>Put it back where it was, for you to confirm</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>上次没有写完的：{0}&#x3000;{1}&#x3000;“{2}”。</source>
        <translation>Left unfinished: {0}&#x3000;{1}&#x3000;“{2}”.</translation>
    </message>
    <message>
        <source>{0} 的备注</source>
        <translation>Note on {0}</translation>
    </message>
</context>
<context>
    <name>EncodingMenu</name>
    <message>
        <source>按其他编码重新打开</source>
        <translation>Open again in another encoding</translation>
    </message>
    <message>
        <source>自动判断</source>
        <translation>Detect Automatically</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>恢复原值</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>审结</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>附表</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>沿用到新版本</source>
        <translation>Carried to a new version</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>未审</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>导出 Excel</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>导出审核记录</source>
        <translation>Export the review log</translation>
    </message>
    <message>
        <source>JSON 文件 (*.json)</source>
        <translation>JSON files (*.json)</translation>
    </message>
    <message>
        <source>导出总览图</source>
        <translation>Export overview picture</translation>
    </message>
    <message>
        <source>PNG 图片 (*.png)</source>
        <translation>PNG pictures (*.png)</translation>
    </message>
    <message>
        <source>正在导出 {0}……</source>
        <translation>Exporting {0}…</translation>
    </message>
    <message>
        <source>年报</source>
        <translation>Annual reports</translation>
    </message>
    <message>
        <source>{0}核查结果{1}.xlsx</source>
        <translation>{0} review {1}.xlsx</translation>
    </message>
    <message>
        <source>已导出：{0}</source>
        <translation>Exported: {0}</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>没有写成：{0}</source>
        <translation>Not written: {0}</translation>
    </message>
    <message>
        <source>{0}
如果它正在别的程序里打开，请先关闭，或者换一个文件名。</source>
        <translation>{0}
If it is open in another program, close it first, or choose another name.</translation>
    </message>
    <message>
        <source>换一个文件名…</source>
        <translation>Choose another name…</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>筛选条件</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>FailureHook</name>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>程序内部出了错，但已经做过的更正和结论都保存着。</source>
        <translation>Something went wrong inside the program. Corrections and verdicts made so far are safe.</translation>
    </message>
    <message>
        <source>可以继续使用。请把“详细信息”里的文字复制给软件提供方；里面没有年报的内容。</source>
        <translation>You can go on. Please send the text under “Show Details” to your supplier; it holds nothing of the reports.</translation>
    </message>
</context>
<context>
    <name>FigureDelegate</name>
    <message>
        <source>空</source>
        <translation>∅</translation>
    </message>
    <message>
        <source>缺表</source>
        <translation>No table</translation>
    </message>
    <message>
        <source>粘连</source>
        <translation>Run together</translation>
    </message>
    <message>
        <source>缺行</source>
        <translation>No row</translation>
    </message>
    <message>
        <source>缺格</source>
        <translation>No cell</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>unread</translation>
    </message>
</context>
<context>
    <name>FigureEditor</name>
    <message>
        <source>更正后的数</source>
        <translation>Corrected figure</translation>
    </message>
</context>
<context>
    <name>FigureModel</name>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>原文 {0}，更正为 {1}</source>
        <translation>Was {0}, corrected to {1}</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>空白（不等于 0）</source>
        <translation>Blank (which is not 0)</translation>
    </message>
    <message>
        <source>原文划去了“{0}”，没有留下数</source>
        <translation>“{0}” is struck out in the original; no figure is left</translation>
    </message>
    <message>
        <source>原文划去了“{0}”，只算“{1}”</source>
        <translation>“{0}” is struck out in the original; only “{1}” counts</translation>
    </message>
    <message>
        <source>改了，请再看：原来是“{0}”，更正为 {1}</source>
        <translation>Changed, please look again: it was “{0}”, corrected to {1}</translation>
    </message>
    <message>
        <source>原文在这里没有读全，不作判断；请对照原件，按 Enter 把数补录进来</source>
        <translation>Not read completely here: not judged. Compare the original and press Enter to type the figure in</translation>
    </message>
    <message>
        <source>待核：识别没有把握，请对照原件</source>
        <translation>To be compared with the original: not surely recognised</translation>
    </message>
    <message>
        <source>建议改为 {0}</source>
        <translation>Suggested: {0}</translation>
    </message>
    <message>
        <source>有建议改动这一格</source>
        <translation>A suggestion changes this cell</translation>
    </message>
    <message>
        <source>与计入的那份正文不同</source>
        <translation>Differs from the body that counts</translation>
    </message>
    <message>
        <source>报告里写作：{0}</source>
        <translation>The report says: {0}</translation>
    </message>
    <message>
        <source>报告里没有这张表</source>
        <translation>The report does not have this table</translation>
    </message>
    <message>
        <source>原文的数字连在一起，无法分开，不作猜测</source>
        <translation>The figures have run together; nothing is guessed</translation>
    </message>
    <message>
        <source>报告里没有这一行</source>
        <translation>The report does not have this row</translation>
    </message>
    <message>
        <source>报告里没有这一格</source>
        <translation>The report does not have this cell</translation>
    </message>
    <message>
        <source>这里没有读出，不作判断，不算缺报；请对照原件，按 Enter 把数补录进来</source>
        <translation>Not read here: not judged and not counted as missing. Compare the original and press Enter to type the figure in</translation>
    </message>
    <message>
        <source>原文 {0}</source>
        <translation>Original {0}</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>按读出的文字和表格线画出的页面；图片和印章没有画出，请以原件为准</source>
        <translation>Pages drawn from the words and lines that were read; pictures and seals are left out, so trust the original</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>按原样显示页面</source>
        <translation>Show the pages as they are</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>显示读出的文字与表格</source>
        <translation>Show the text and tables that were read</translation>
    </message>
    <message>
        <source>按文件里的原样显示文字，不把表格画成格子</source>
        <translation>Show the text as it stands in the file, without drawing tables as grids</translation>
    </message>
    <message>
        <source>显示原样文字</source>
        <translation>Show raw text</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大（Ctrl+滚轮）</source>
        <translation>Zoom in (Ctrl+wheel)</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>繁体</source>
        <translation>Traditional</translation>
    </message>
    <message>
        <source>简体</source>
        <translation>Simplified</translation>
    </message>
    <message>
        <source>编码未定</source>
        <translation>Encoding?</translation>
    </message>
    <message>
        <source>文字编码：{0}。显示乱码时可换一种编码重新打开</source>
        <translation>Encoding: {0}. If the text is garbled, open it again in another one</translation>
    </message>
    <message>
        <source>按其他编码重新打开</source>
        <translation>Open again in another encoding</translation>
    </message>
    <message>
        <source>共 {0} 页</source>
        <translation>{0} pages</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>问题详情</source>
        <translation>Details of the finding</translation>
    </message>
    <message>
        <source>选中一个问题，这里显示它的算式、依据、建议和经过。</source>
        <translation>Choose a finding to see its sum, basis, suggestions and history here.</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>显示误报</source>
        <translation>Show dismissed</translation>
    </message>
    <message>
        <source>问题清单</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>备注：与单位核对的结果、依据……（按 N 写，Enter 记下）</source>
        <translation>Note: what the unit said, basis… (N to write, Enter to keep)</translation>
    </message>
    <message>
        <source>显示误报 {0}</source>
        <translation>Show misjudged {0}</translation>
    </message>
    <message>
        <source>问题都被筛掉了：点上面的“错误”“疑点”“提示”，或者选“全部结论”，可以重新显示</source>
        <translation>All findings are filtered out: click “Errors”, “Doubts”, “Hints” above or choose “All verdicts” to see them again</translation>
    </message>
    <message>
        <source>&lt;b&gt;问题&lt;/b&gt;</source>
        <translation>&lt;b&gt;Findings&lt;/b&gt;</translation>
    </message>
    <message>
        <source>没有可核对的内容：这不等于没有问题</source>
        <translation>There is nothing to check here, which does not mean that nothing is wrong</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>待查</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>改了，请再看</source>
        <translation>Changed, please look again</translation>
    </message>
    <message>
        <source>改了，请再看。原来说：{0}（判为{1}）</source>
        <translation>Changed, please look again. It said: {0} (judged {1})</translation>
    </message>
</context>
<context>
    <name>FirstKeys</name>
    <message>
        <source>常用的五个键</source>
        <translation>Five keys to begin with</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>下一处问题</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>属实、误报</source>
        <translation>True, misjudged</translation>
    </message>
    <message>
        <source>更正那一格</source>
        <translation>Correct the cell</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Apply suggestion</translation>
    </message>
    <message>
        <source>已审，下一份</source>
        <translation>Reviewed, next</translation>
    </message>
</context>
<context>
    <name>FolderDesk</name>
    <message>
        <source>全部问题</source>
        <translation>All findings</translation>
    </message>
</context>
<context>
    <name>FolderFacets</name>
    <message>
        <source>按级别、结论和类别筛选</source>
        <translation>Filter by severity, verdict and family</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Family</translation>
    </message>
</context>
<context>
    <name>FolderFindings</name>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>{0}，{1} 条</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} 等 {1} 份</source>
        <translation>{0} and others, {1} reports</translation>
    </message>
</context>
<context>
    <name>FolderJudging</name>
    <message>
        <source>只看 {0}</source>
        <translation>Only {0}</translation>
    </message>
    <message>
        <source>选中整组</source>
        <translation>Select the whole group</translation>
    </message>
    <message>
        <source>全部展开</source>
        <translation>Expand all</translation>
    </message>
    <message>
        <source>全部收起</source>
        <translation>Collapse all</translation>
    </message>
    <message>
        <source>批量结论</source>
        <translation>Judge together</translation>
    </message>
    <message>
        <source>把 {0} 份年报的 {1} 条问题都记为“{2}”吗？</source>
        <translation>Judge {1} findings of {0} reports as “{2}”?</translation>
    </message>
    <message>
        <source>这是一步，可以一次撤销。</source>
        <translation>This is one step and can be undone at once.</translation>
    </message>
    <message>
        <source>记下 {0} 条</source>
        <translation>Judge {0}</translation>
    </message>
    <message>
        <source>转到 {0}</source>
        <translation>Go to {0}</translation>
    </message>
</context>
<context>
    <name>FolderPanel</name>
    <message>
        <source>不再只看这些</source>
        <translation>Show all again</translation>
    </message>
    <message>
        <source>只看同一格</source>
        <translation>Same cell only</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>查找问题</source>
        <translation>Search findings</translation>
    </message>
    <message>
        <source>查找文字、编号、单位</source>
        <translation>Search text, code, unit</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>按检查分组</source>
        <translation>By check</translation>
    </message>
    <message>
        <source>按单位分组</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>按级别分组</source>
        <translation>By severity</translation>
    </message>
    <message>
        <source>只看 {0} ✕</source>
        <translation>Only {0} ✕</translation>
    </message>
    <message>
        <source>共 {0} 条</source>
        <translation>{0} findings</translation>
    </message>
    <message>
        <source>选中 {0} 条</source>
        <translation>{0} selected</translation>
    </message>
    <message>
        <source>没有符合条件的问题：点“清除筛选”全部显示</source>
        <translation>No finding fits: “Clear filters” shows all</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>FolderRows</name>
    <message>
        <source>全部年报的问题</source>
        <translation>Findings of all reports</translation>
    </message>
</context>
<context>
    <name>HeatMatrix</name>
    <message>
        <source>各单位各类问题的数量</source>
        <translation>Number of findings by unit and family</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>原为</source>
        <translation>From</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>To</translation>
    </message>
    <message>
        <source>理由、备注</source>
        <translation>Reason, note</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>全部文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>这一份</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>这个问题</source>
        <translation>This finding</translation>
    </message>
    <message>
        <source>恢复到这里…</source>
        <translation>Go back to here…</translation>
    </message>
    <message>
        <source>让所有更正和结论回到这一步刚做完时的样子；可以一步撤销</source>
        <translation>Put all corrections and verdicts back to what they were after this step; undone in one step</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0} entries</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>这份年报已经不在列表里，没有地方可记。</source>
        <translation>This report is no longer in the list; there is nowhere to keep it.</translation>
    </message>
    <message>
        <source>这一份正文现在不计入，只能看，不能改。</source>
        <translation>This body does not count now; it can be read but not changed.</translation>
    </message>
    <message>
        <source>没有能够记下，原因见窗口最下面一行。</source>
        <translation>It could not be kept; the last line of the window says why.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>命令和快捷键</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>全部恢复默认</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>全部恢复成默认的快捷键，按“确定”后生效。</source>
        <translation>All keys are the usual ones again once OK is pressed.</translation>
    </message>
    <message>
        <source>恢复默认：{0}</source>
        <translation>Restore: {0}</translation>
    </message>
    <message>
        <source>{0} 已经用于“{1}”，没有改动。</source>
        <translation>{0} already belongs to “{1}”; nothing was changed.</translation>
    </message>
    <message>
        <source>{0} 在表格和清单里另有用处，请加上 Ctrl 或 Alt。</source>
        <translation>{0} has a use in tables and lists; hold Ctrl or Alt with it.</translation>
    </message>
    <message>
        <source>按“确定”后生效。</source>
        <translation>In force once OK is pressed.</translation>
    </message>
</context>
<context>
    <name>LastYear</name>
    <message>
        <source>没有数</source>
        <translation>No figure</translation>
    </message>
    <message>
        <source>{0}：上年 {1}，本年 {2}</source>
        <translation>{0}: last year {1}, this year {2}</translation>
    </message>
</context>
<context>
    <name>LastYearButton</name>
    <message>
        <source>比上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>在表格旁边显示上年的数和增减（{0}）</source>
        <translation>Show last year&apos;s figures and differences beside the table ({0})</translation>
    </message>
    <message>
        <source>文件夹里没有这个单位上一年的年报</source>
        <translation>The folder has no report of this unit for the year before</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>不合规定或勾稽不成立，必须处理</source>
        <translation>Against the rules, or a sum does not hold: must be dealt with</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>看起来不对，需要人来判断</source>
        <translation>Looks wrong: a person has to judge</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>只是告知，通常不必处理</source>
        <translation>For information only</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>上面是原文，下面是更正</source>
        <translation>The original above, the correction below</translation>
    </message>
    <message>
        <source>建议改动</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>改动这一格可使勾稽成立；只是建议</source>
        <translation>Changing this cell would settle the sums; only a suggestion</translation>
    </message>
    <message>
        <source>缺行</source>
        <translation>No row</translation>
    </message>
    <message>
        <source>报告里没有这一行、这一格或这张表；空白的格留空，不等于 0</source>
        <translation>The report lacks this row, cell or table; a blank cell stays blank and is not 0</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>这里没有读出，不作判断，不算缺报；请对照原件，把数补录进来</source>
        <translation>Not read here: not judged and not counted as missing. Compare the original and type the figure in</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>省级政府</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>市级政府</source>
        <translation>City</translation>
    </message>
    <message>
        <source>县级政府</source>
        <translation>County</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street office</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>规章、规范性文件（件）</source>
        <translation>Rules and normative documents</translation>
    </message>
    <message>
        <source>行政权力事项（项）</source>
        <translation>Items of administrative power</translation>
    </message>
    <message>
        <source>处理决定（件）</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>公开申请（件）</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>复议、诉讼（件）</source>
        <translation>Reviews and lawsuits</translation>
    </message>
    <message>
        <source>收费（万元）</source>
        <translation>Fees (10,000 yuan)</translation>
    </message>
    <message>
        <source>采购（万元）</source>
        <translation>Procurement (10,000 yuan)</translation>
    </message>
    <message>
        <source>公布期限（次年）</source>
        <translation>Publish by (next year)</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>没有勾选的层级不查公布期限；
乡镇、街道的期限由县里定。</source>
        <translation>No deadline is checked where the box is empty;
counties set those of townships and streets.</translation>
    </message>
    <message>
        <source>跨年报比较</source>
        <translation>Across reports</translation>
    </message>
    <message>
        <source>与上年相差几倍以上算异常</source>
        <translation>A leap is more than so many times</translation>
    </message>
    <message>
        <source>数量达到多少才比较</source>
        <translation>Compared from this number on</translation>
    </message>
    <message>
        <source>与别的单位雷同到多少算照抄</source>
        <translation>Copied from another unit from</translation>
    </message>
    <message>
        <source>第五部分与上年雷同到多少算照搬</source>
        <translation>Section five repeated from</translation>
    </message>
    <message>
        <source>全文与上年雷同到多少算照搬</source>
        <translation>Whole text repeated from</translation>
    </message>
    <message>
        <source>数量上限（超过即提示核对）</source>
        <translation>Ceilings (above, you are asked to check)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>鉴报</source>
        <translation>Jianbao</translation>
    </message>
    <message>
        <source>找不到：{0}</source>
        <translation>Not found: {0}</translation>
    </message>
    <message>
        <source>{0} — 鉴报</source>
        <translation>{0} — Jianbao</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>后面没有了</source>
        <translation>Nothing further</translation>
    </message>
    <message>
        <source>前面没有了</source>
        <translation>Nothing before</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>在手册里查找</source>
        <translation>Search the manual</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>这条检查的说明</source>
        <translation>About this check</translation>
    </message>
    <message>
        <source>{0} 的检查说明</source>
        <translation>About check {0}</translation>
    </message>
    <message>
        <source>找到 {0} 处</source>
        <translation>{0} found</translation>
    </message>
    <message>
        <source>没有找到，换个说法试试</source>
        <translation>Nothing found, try other words</translation>
    </message>
</context>
<context>
    <name>NoTables</name>
    <message>
        <source>在左边选一份年报</source>
        <translation>Choose a report on the left</translation>
    </message>
    <message>
        <source>这份文件读不了：
{0}</source>
        <translation>This file cannot be read:
{0}</translation>
    </message>
    <message>
        <source>没有读到年报的三张表：文件有没读出的部分，表可能就在那里。
不算单位缺报。怎样处理，见下面的问题。</source>
        <translation>None of the three tables was read: they may stand in a part of the file that could not be read.
This is not held against the unit. The findings below say what to do.</translation>
    </message>
    <message>
        <source>这份文件里没有认出年报的三张表。
左边是它的原文。</source>
        <translation>None of the three tables was recognised in this file.
Its text is on the left.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>这里显示原文</source>
        <translation>The original is shown here</translation>
    </message>
    <message>
        <source>打开文件夹后，从左侧选择一份年报。</source>
        <translation>Open a folder, then choose a report on the left.</translation>
    </message>
    <message>
        <source>这个文件没有读成</source>
        <translation>This file could not be read</translation>
    </message>
    <message>
        <source>原因不明。</source>
        <translation>The reason is not known.</translation>
    </message>
    <message>
        <source>仍要读取</source>
        <translation>Read It Anyway</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>全文中问题的位置</source>
        <translation>Places of findings in the whole text</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>审核进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>没有年报的单位</source>
        <translation>Units without a report</translation>
    </message>
    <message>
        <source>最多的问题</source>
        <translation>Most frequent findings</translation>
    </message>
    <message>
        <source>缺报单位</source>
        <translation>Missing units</translation>
    </message>
    <message>
        <source>历年情况</source>
        <translation>Through the years</translation>
    </message>
    <message>
        <source>各单位各类问题（点数字看问题，双击单位看年报）</source>
        <translation>Findings by unit and family (click a number for its findings, double-click a unit for its report)</translation>
    </message>
    <message>
        <source>已审 {0} / {1}</source>
        <translation>Reviewed {0} / {1}</translation>
    </message>
    <message>
        <source>总览&#x3000;{0}</source>
        <translation>Overview&#x3000;{0}</translation>
    </message>
    <message>
        <source>待定 {0}</source>
        <translation>Undecided {0}</translation>
    </message>
    <message>
        <source>异常文件 {0}</source>
        <translation>{0} problem files</translation>
    </message>
    <message>
        <source>{0}年：缺 {1} 个单位</source>
        <translation>{0}: {1} units missing</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>原件页面</source>
        <translation>Pages of the original</translation>
    </message>
</context>
<context>
    <name>PassagesDialog</name>
    <message>
        <source>并排比较</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>上一段</source>
        <translation>Previous passage</translation>
    </message>
    <message>
        <source>下一段</source>
        <translation>Next passage</translation>
    </message>
    <message>
        <source>第 {0} 段，共 {1} 段</source>
        <translation>Passage {0} of {1}</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>粘贴的内容与现有的数一样，没有要改的</source>
        <translation>What was pasted equals what is there; nothing to change</translation>
    </message>
    <message>
        <source>没有粘贴：有 {0} 格不能用</source>
        <translation>Not pasted: {0} cells cannot be used</translation>
    </message>
    <message>
        <source>把 {0} 格更正为粘贴的数？</source>
        <translation>Correct {0} cells to the pasted figures?</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>粘贴 {0} 格</source>
        <translation>Paste {0} cells</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>这里 {0}</source>
        <translation>{0} here</translation>
    </message>
    <message>
        <source>这里 {0}，应为 {1}</source>
        <translation>{0} here, expected {1}</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>这里写 {0}，应为 {1}</source>
        <translation>Says {0} here, expected {1}</translation>
    </message>
    <message>
        <source>这里 {0}，文字写 {1}</source>
        <translation>{0} here, the text says {1}</translation>
    </message>
    <message>
        <source>这里 {0}，按各项之和应为 {1}</source>
        <translation>{0} here, by the sum of the items expected {1}</translation>
    </message>
    <message>
        <source>这里 {0}，其余各数不变则应为 {1}</source>
        <translation>{0} here, expected {1} if the other figures stand</translation>
    </message>
    <message>
        <source>这里 {0}，应为 {1}（下一年度报告上年结转 {1}）</source>
        <translation>{0} here, expected {1} (next year&apos;s report carries in {1})</translation>
    </message>
    <message>
        <source>这里 {0}，应为 {1}（上一年度报告结转下年 {1}）</source>
        <translation>{0} here, expected {1} (last year&apos;s report carries over {1})</translation>
    </message>
    <message>
        <source>这里 {0}，按下一年度报告应为 {1}</source>
        <translation>{0} here, by next year&apos;s report expected {1}</translation>
    </message>
    <message>
        <source>这里 {0}，按上一年度报告应为 {1}</source>
        <translation>{0} here, by last year&apos;s report expected {1}</translation>
    </message>
    <message>
        <source>这里 {0}，所属各单位之和为 {1}</source>
        <translation>{0} here, the sum of its units is {1}</translation>
    </message>
    <message>
        <source>这里 {0}，另一处是 {1}</source>
        <translation>{0} here, {1} elsewhere</translation>
    </message>
</context>
<context>
    <name>QuickOpen</name>
    <message>
        <source>转到单位</source>
        <translation>Go to unit</translation>
    </message>
    <message>
        <source>输入单位、拼音首字母、文件名或年度，按 Enter 转到</source>
        <translation>Type a unit, pinyin initials, a file name or a year; Enter goes there</translation>
    </message>
    <message>
        <source>符合的年报</source>
        <translation>Reports that fit</translation>
    </message>
    <message>
        <source>没有这样的年报</source>
        <translation>No such report</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>从现在起由我审核；对方写下的都在</source>
        <translation>I review from now on; all that the other wrote is kept</translation>
    </message>
    <message>
        <source>{0} 已经离开，可以接手审核。在接手以前这里只能看。</source>
        <translation>{0} has left; you can take over. Until then this is read-only.</translation>
    </message>
    <message>
        <source>（从 {0} 起）</source>
        <translation> (since {0})</translation>
    </message>
    <message>
        <source>{0}正在审核这个文件夹{1}：这里只能看，不能改。对方写下的会自动显示。</source>
        <translation>{0} is reviewing this folder{1}: read-only here. What they write is shown as it comes.</translation>
    </message>
    <message>
        <source>不能接手：{0}</source>
        <translation>Cannot take over: {0}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
</context>
<context>
    <name>Redrawn</name>
    <message>
        <source>这一页没有读出，请对照原件</source>
        <translation>This page was not read; compare the original</translation>
    </message>
</context>
<context>
    <name>ReportFacets</name>
    <message>
        <source>有错误</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>有疑点</source>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>有提示</source>
        <translation>Hints</translation>
    </message>
    <message>
        <source>没有问题</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>有待定的</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>有待查的</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>有属实的</source>
        <translation>True</translation>
    </message>
    <message>
        <source>有已更正的</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>有误报的</source>
        <translation>Misjudged</translation>
    </message>
    <message>
        <source>异常文件</source>
        <translation>Problem files</translation>
    </message>
    <message>
        <source>年度不详</source>
        <translation>Year unknown</translation>
    </message>
    <message>
        <source>没有认出格式</source>
        <translation>Form not recognised</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>轻重</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>File type</translation>
    </message>
</context>
<context>
    <name>ReportHeader</name>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>恢复原来的列</source>
        <translation>Usual columns</translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>不分组</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>按上级</source>
        <translation>By superior</translation>
    </message>
    <message>
        <source>按年度</source>
        <translation>By year</translation>
    </message>
    <message>
        <source>按文件夹</source>
        <translation>By folder</translation>
    </message>
    <message>
        <source>上级不详</source>
        <translation>Superior unknown</translation>
    </message>
    <message>
        <source>年度不详</source>
        <translation>Year unknown</translation>
    </message>
    <message>
        <source>打开的文件夹</source>
        <translation>Opened folder</translation>
    </message>
    <message>
        <source>异常文件</source>
        <translation>Problem files</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>筛选年报</source>
        <translation>Filter reports</translation>
    </message>
    <message>
        <source>异常文件 {0}</source>
        <translation>{0} problem files</translation>
    </message>
    <message>
        <source>正在看的这一份不在筛选结果里</source>
        <translation>The report on show is filtered out</translation>
    </message>
    <message>
        <source>{0} 份年报都不符合筛选条件</source>
        <translation>None of {0} reports fits the filters</translation>
    </message>
    <message>
        <source>仍要读取</source>
        <translation>Read It Anyway</translation>
    </message>
    <message>
        <source>年报列表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>筛选单位、年度、文件名、标题，拼音首字母也行</source>
        <translation>Filter by unit, year, file, title or pinyin initials</translation>
    </message>
    <message>
        <source>分组与列</source>
        <translation>Groups and columns</translation>
    </message>
    <message>
        <source>共 {0} 份</source>
        <translation>{0} reports</translation>
    </message>
    <message>
        <source>显示 {0}</source>
        <translation>{0} shown</translation>
    </message>
    <message>
        <source>有错 {0}</source>
        <translation>{0} with errors</translation>
    </message>
    <message>
        <source>已审 {0}</source>
        <translation>{0} reviewed</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>未审</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>省级</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>市级</source>
        <translation>City</translation>
    </message>
    <message>
        <source>县级</source>
        <translation>County</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street office</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>级别不详</source>
        <translation>Level unknown</translation>
    </message>
    <message>
        <source>审核状态</source>
        <translation>State of review</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>单位与文件</source>
        <translation>Unit and file</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>报告年度</source>
        <translation>Reporting year</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>错误数（已排除的不算）</source>
        <translation>Errors (without dismissed ones)</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>警告数（已排除的不算）</source>
        <translation>Doubts (without dismissed ones)</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>还没有结论的错误和疑点</source>
        <translation>Errors and doubts without a verdict</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>年报用的是哪一版格式</source>
        <translation>Which edition of the form the report uses</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>单位的级别：省、市、县、乡镇、街道或部门</source>
        <translation>The unit&apos;s level: province, city, county, township, subdistrict or department</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件名，连同所在的文件夹</source>
        <translation>File name with its folder</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>年报自己的标题</source>
        <translation>The report&apos;s own title</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>File type</translation>
    </message>
    <message>
        <source>文件的类型</source>
        <translation>The type of the file</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>上级单位或所在地：按单位名录，没有名录的按单位名称</source>
        <translation>Superior or seat: by the roster, without one by the unit&apos;s name</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Mended</translation>
    </message>
    <message>
        <source>整改复核的结果</source>
        <translation>Result of the second round</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>按核查方案的扣分标准所得的分；设置里打开考核才有</source>
        <translation>Score by the deductions of the profile; only where scores are switched on in the settings</translation>
    </message>
    <message>
        <source>未认出单位</source>
        <translation>Unit not recognised</translation>
    </message>
    <message>
        <source>改了，请再看 {0} 处&#x3000;{1}</source>
        <translation>{0} changed, please look again&#x3000;{1}</translation>
    </message>
    <message>
        <source>没有认出年报</source>
        <translation>No report recognised</translation>
    </message>
    <message>
        <source>{0}（{1} 份）</source>
        <translation>{0} ({1} reports)</translation>
    </message>
    <message>
        <source>…共 {0} 份</source>
        <translation>… {0} reports</translation>
    </message>
    <message>
        <source>已折叠</source>
        <translation>Folded</translation>
    </message>
    <message>
        <source>已展开</source>
        <translation>Unfolded</translation>
    </message>
    <message>
        <source>{0}，{1} 份，{2}</source>
        <translation>{0}, {1} reports, {2}</translation>
    </message>
    <message>
        <source>{0} 个错误</source>
        <translation>{0} errors</translation>
    </message>
    <message>
        <source>{0} 个疑点</source>
        <translation>{0} doubts</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>已整改</source>
        <translation>Mended</translation>
    </message>
    <message>
        <source>部分整改</source>
        <translation>Partly mended</translation>
    </message>
    <message>
        <source>未整改</source>
        <translation>Not mended</translation>
    </message>
    <message>
        <source>新增问题</source>
        <translation>New finding</translation>
    </message>
    <message>
        <source>无法判断</source>
        <translation>Cannot be told</translation>
    </message>
    <message>
        <source>无需整改</source>
        <translation>Nothing to mend</translation>
    </message>
    <message>
        <source>未交</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>改数</source>
        <translation>Changed figure</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Reworded</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>整改状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>ReviewArea</name>
    <message>
        <source>本份问题</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>这条问题没有指向表里的某一格</source>
        <translation>This finding points at no cell of the tables</translation>
    </message>
    <message>
        <source>“{0}”没有记下</source>
        <translation>“{0}” was not kept</translation>
    </message>
</context>
<context>
    <name>ReviewedBar</name>
    <message>
        <source>还有 {0}没有结论。</source>
        <translation>{0} without a verdict.</translation>
    </message>
    <message>
        <source>照样标记</source>
        <translation>Mark anyway</translation>
    </message>
    <message>
        <source>已标记为已审，但还有 {0}没有结论。</source>
        <translation>Marked as reviewed, but {0} without a verdict.</translation>
    </message>
    <message>
        <source>{0} 个错误</source>
        <translation>{0} errors</translation>
    </message>
    <message>
        <source>{0} 个疑点</source>
        <translation>{0} doubts</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>去看第一处</source>
        <translation>Go to the first</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>先不标记</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>列表里的年报都审完了。</source>
        <translation>All reports of the list are reviewed.</translation>
    </message>
</context>
<context>
    <name>Rewinding</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>{0} 等 {1} 处</source>
        <translation>{0} and others, {1} places</translation>
    </message>
</context>
<context>
    <name>RosterDialog</name>
    <message>
        <source>单位名录</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>打开名录</source>
        <translation>Open roster</translation>
    </message>
    <message>
        <source>{0}
改好以后再保存。</source>
        <translation>{0}
Mend this, then save.</translation>
    </message>
    <message>
        <source>名录没有存下来：{0}</source>
        <translation>The roster was not saved: {0}</translation>
    </message>
    <message>
        <source>名录改过，还没有保存。</source>
        <translation>The roster was changed and is not saved.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>继续修改</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open files…</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>加一行</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>一行一个单位。可以从 Excel 复制“单位、上级、别名”几列后粘贴到这里。</source>
        <translation>One unit a row. Copy the columns unit, superior, other names from Excel and paste them here.</translation>
    </message>
    <message>
        <source>（共 {0} 处）</source>
        <translation> ({0} in all)</translation>
    </message>
    <message>
        <source>删除 {0} 行</source>
        <translation>Delete {0} rows</translation>
    </message>
    <message>
        <source>剪贴板里没有单位：请先复制“单位、上级”两列。</source>
        <translation>No units in the clipboard: copy the columns unit and superior first.</translation>
    </message>
    <message>
        <source>粘贴 {0} 行</source>
        <translation>Paste {0} rows</translation>
    </message>
    <message>
        <source>“{0}”作为“{1}”的别名</source>
        <translation>“{0}” as another name of “{1}”</translation>
    </message>
    <message>
        <source>加上“{0}”</source>
        <translation>Add “{0}”</translation>
    </message>
    <message>
        <source>名录 ({0});;所有文件 (*)</source>
        <translation>Rosters ({0});;All files (*)</translation>
    </message>
    <message>
        <source>打开单位名录</source>
        <translation>Open roster</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx);;文本 (*.csv)</source>
        <translation>Excel workbook (*.xlsx);;Text (*.csv)</translation>
    </message>
    <message>
        <source>另存单位名录</source>
        <translation>Save roster as</translation>
    </message>
    <message>
        <source>单位名录.xlsx</source>
        <translation>roster.xlsx</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>别名（用顿号隔开）</source>
        <translation>Other names (separated by 、)</translation>
    </message>
    <message>
        <source>改第 {0} 行</source>
        <translation>Change row {0}</translation>
    </message>
</context>
<context>
    <name>RoundDesk</name>
    <message>
        <source>核查方案存不下来：{0}</source>
        <translation>The profile cannot be saved: {0}</translation>
    </message>
    <message>
        <source>单位名录已保存：{0}</source>
        <translation>Roster saved: {0}</translation>
    </message>
</context>
<context>
    <name>RuleHelp</name>
    <message>
        <source>检查说明</source>
        <translation>The checks explained</translation>
    </message>
    <message>
        <source>按编号、名称或依据查找</source>
        <translation>Find by code, name or basis</translation>
    </message>
    <message>
        <source>全部检查</source>
        <translation>All checks</translation>
    </message>
</context>
<context>
    <name>ScorePage</name>
    <message>
        <source>给每份年报打分</source>
        <translation>Give each report a score</translation>
    </message>
    <message>
        <source>满分</source>
        <translation>Full marks</translation>
    </message>
    <message>
        <source>只扣核实为属实或已更正的问题</source>
        <translation>Deduct only for findings that are true or corrected</translation>
    </message>
    <message>
        <source>扣分项</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>检查编号</source>
        <translation>Check codes</translation>
    </message>
    <message>
        <source>每处扣分</source>
        <translation>For each</translation>
    </message>
    <message>
        <source>至多扣分</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>满分应大于 0。</source>
        <translation>Full marks have to be above 0.</translation>
    </message>
    <message>
        <source>考核：满分“{0}”：{1}</source>
        <translation>Scores: full marks “{0}”: {1}</translation>
    </message>
    <message>
        <source>检查编号可以写全（A101），也可以只写开头（A 是全部勾稽检查）；一个问题只在最贴近的一项里扣一次。
提示不扣分，误报从不扣分，程序没有读出的不扣分。至多扣分留空就不封顶。</source>
        <translation>A code may be whole (A101) or its beginning (A is all sums); a finding is deducted once, under the closest entry.
Hints, misjudged findings and what could not be read are never deducted. An empty cap means none.</translation>
    </message>
    <message>
        <source>加一项</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除这一项</source>
        <translation>Delete this one</translation>
    </message>
    <message>
        <source>恢复内置的一套</source>
        <translation>Built-in set</translation>
    </message>
    <message>
        <source>没有写扣分项的名称。</source>
        <translation>The deduction has no name.</translation>
    </message>
    <message>
        <source>考核第 {0} 行“{1}”：{2}</source>
        <translation>Scores, row {0} “{1}”: {2}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 {at} 处，共 {total} 处</source>
        <translation>{at} of {total}</translation>
    </message>
    <message>
        <source>在原文中查找</source>
        <translation>Find in the original</translation>
    </message>
    <message>
        <source>上一处（Shift+Enter）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>下一处（Enter）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>关闭查找（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>SecondBody</name>
    <message>
        <source>第{0}份正文，与第一份不同 {1} 处</source>
        <translation>Body {0}, {1} differences from the first</translation>
    </message>
    <message>
        <source>第{0}份正文，与第一份相同</source>
        <translation>Body {0}, same as the first</translation>
    </message>
    <message>
        <source>{0}（计入）</source>
        <translation>{0} (counts)</translation>
    </message>
    <message>
        <source>{0}（不计入）</source>
        <translation>{0} (does not count)</translation>
    </message>
</context>
<context>
    <name>SecondRoundWindow</name>
    <message>
        <source>整改复核</source>
        <translation>Second round</translation>
    </message>
    <message>
        <source>各单位的整改状态</source>
        <translation>State of the units</translation>
    </message>
    <message>
        <source>选文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>选文件…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>结束复核</source>
        <translation>End second round</translation>
    </message>
    <message>
        <source>按整改状态筛选</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>没有整改到位</source>
        <translation>Not fully mended</translation>
    </message>
    <message>
        <source>新增问题</source>
        <translation>New finding</translation>
    </message>
    <message>
        <source>未交</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>已整改</source>
        <translation>Mended</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>没有对上</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>原来的年报</source>
        <translation>Reviewed report</translation>
    </message>
    <message>
        <source>整改后的年报</source>
        <translation>Mended report</translation>
    </message>
    <message>
        <source>选单位整改后报来的年报：一个文件夹，或几个文件。原来的文件不会被改动。</source>
        <translation>Choose what the units sent back: a folder or some files. The reviewed files are not changed.</translation>
    </message>
    <message>
        <source>整改后的年报：{0}</source>
        <translation>Mended reports: {0}</translation>
    </message>
    <message>
        <source>没有对上（{0}）</source>
        <translation>Not matched ({0})</translation>
    </message>
    <message>
        <source>整改情况</source>
        <translation>What was mended</translation>
    </message>
    <message>
        <source>未经要求的改动</source>
        <translation>Changes nobody asked for</translation>
    </message>
    <message>
        <source>{0}：还没有交</source>
        <translation>{0}: not sent yet</translation>
    </message>
    <message>
        <source>整改后的年报在哪个文件夹</source>
        <translation>Folder of the mended reports</translation>
    </message>
    <message>
        <source>可以读取的文件 ({0});;所有文件 (*)</source>
        <translation>Files that can be read ({0});;All files (*)</translation>
    </message>
    <message>
        <source>结束整改复核？</source>
        <translation>End the second round?</translation>
    </message>
    <message>
        <source>整改状态和手工对应不再保留；原来的审核结论和两边的文件都不变。</source>
        <translation>States and matches by hand are dropped; verdicts and all files stay as they are.</translation>
    </message>
</context>
<context>
    <name>SecondRounds</name>
    <message>
        <source>找不到整改后的文件：{0}</source>
        <translation>Mended files not found: {0}</translation>
    </message>
    <message>
        <source>这就是正在审核的文件夹；请选单位整改后报来的文件夹或文件。</source>
        <translation>This is the folder under review; choose what the units sent back.</translation>
    </message>
    <message>
        <source>整改复核的记录删不掉：{0}</source>
        <translation>The record of the second round cannot be deleted: {0}</translation>
    </message>
    <message>
        <source>整改后的文件不在原处（{0}）：整改状态是上次核对的。</source>
        <translation>The mended files are gone ({0}): the states are those of the last comparison.</translation>
    </message>
    <message>
        <source>读取整改后的文件中断：{0}</source>
        <translation>Reading the mended files broke off: {0}</translation>
    </message>
    <message>
        <source>整改复核中断：{0}</source>
        <translation>The second round broke off: {0}</translation>
    </message>
    <message>
        <source>整改复核的状态存不下来：{0}</source>
        <translation>The state of the second round cannot be saved: {0}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>核查方案</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Defaults</translation>
    </message>
    <message>
        <source>检查项目</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>期限与阈值</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>词表与隶属关系</source>
        <translation>Words and roster</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>打开核查方案</source>
        <translation>Open a profile</translation>
    </message>
    <message>
        <source>核查方案 (*.toml)</source>
        <translation>Profile (*.toml)</translation>
    </message>
    <message>
        <source>另存核查方案</source>
        <translation>Save the profile</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>在各个窗格里</source>
        <translation>Inside the panes</translation>
    </message>
    <message>
        <source>问题：{0}</source>
        <translation>Findings: {0}</translation>
    </message>
    <message>
        <source>表格：更正选中的格</source>
        <translation>Table: correct the chosen cell</translation>
    </message>
    <message>
        <source>表格：直接输入数字即开始更正</source>
        <translation>Table: type a number to correct</translation>
    </message>
    <message>
        <source>问题：进到它的格里更正</source>
        <translation>Findings: correct the cell</translation>
    </message>
    <message>
        <source>问题：上一条、下一条建议</source>
        <translation>Finding: previous, next suggestion</translation>
    </message>
    <message>
        <source>备注：记下，回到问题</source>
        <translation>Note: keep it, back to the findings</translation>
    </message>
    <message>
        <source>表格：回到问题</source>
        <translation>Tables: back to the findings</translation>
    </message>
    <message>
        <source>正在更正：放弃，原来的数不变</source>
        <translation>Correcting: give up, the figure stays</translation>
    </message>
    <message>
        <source>原文：查找</source>
        <translation>Original: find</translation>
    </message>
    <message>
        <source>原文：查找的下一处、上一处</source>
        <translation>Original: next, previous hit</translation>
    </message>
    <message>
        <source>原文：选中光标处的问题</source>
        <translation>Original: choose the finding at the cursor</translation>
    </message>
    <message>
        <source>原件页面：放大、缩小</source>
        <translation>Pages: zoom</translation>
    </message>
    <message>
        <source>Ctrl+滚轮</source>
        <translation>Ctrl+wheel</translation>
    </message>
</context>
<context>
    <name>SourceMarks</name>
    <message>
        <source>原文中已划去的字，不计入数据</source>
        <translation>Struck out in the original: not counted</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>待核：识别没有把握，请对照原件</source>
        <translation>To be compared with the original: not surely recognised</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>读取进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>打开刚导出的工作簿</source>
        <translation>Open the workbook just exported</translation>
    </message>
    <message>
        <source>%v / %m&#x3000;{0}</source>
        <translation>%v / %m  {0}</translation>
    </message>
    <message>
        <source>正在查找文件…</source>
        <translation>Looking for files…</translation>
    </message>
    <message>
        <source>已停止读取：已读入 {0} 份，可以照常审核</source>
        <translation>Stopped: {0} read, ready to review</translation>
    </message>
    <message>
        <source>读入 {0} 份</source>
        <translation>{0} read</translation>
    </message>
    <message>
        <source>这里没有找到可以读的文件</source>
        <translation>Nothing here that can be read</translation>
    </message>
    <message>
        <source>只读：不能更正</source>
        <translation>Read only: no corrections</translation>
    </message>
    <message>
        <source>注意：关闭后记录不会保留</source>
        <translation>Mind: nothing is kept after closing</translation>
    </message>
    <message>
        <source>每一步都已自动保存</source>
        <translation>Every step is saved</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>更正 {0}</source>
        <translation>correct {0}</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Apply suggestion</translation>
    </message>
    <message>
        <source>恢复 {0}</source>
        <translation>restore {0}</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{0}（{1} 条）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>以第 {0} 份正文为准</source>
        <translation>Body {0} counts</translation>
    </message>
    <message>
        <source>不再沿用旧版本的处理</source>
        <translation>Drop what was decided on the old version</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>待查</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>撤回结论</source>
        <translation>Withdraw verdict</translation>
    </message>
    <message>
        <source>标记为已审</source>
        <translation>Mark as reviewed</translation>
    </message>
    <message>
        <source>取消已审</source>
        <translation>not reviewed</translation>
    </message>
    <message>
        <source>并入附表</source>
        <translation>join attachment</translation>
    </message>
    <message>
        <source>拆出附表</source>
        <translation>split attachment</translation>
    </message>
</context>
<context>
    <name>StruckLegend</name>
    <message>
        <source>划去</source>
        <translation>struck</translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>建议 {0}/{1}</source>
        <translation>Suggestion {0}/{1}</translation>
    </message>
    <message>
        <source>（时间所限，未证明改动最少）</source>
        <translation> (out of time: not proven to be the fewest changes)</translation>
    </message>
    <message>
        <source>{0}；另有 {1} 格</source>
        <translation>{0}; {1} more cells</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>正文的份次</source>
        <translation>Copy of the body</translation>
    </message>
    <message>
        <source>{0} 个错误</source>
        <translation>{0} errors</translation>
    </message>
    <message>
        <source>{0} 个疑点</source>
        <translation>{0} doubts</translation>
    </message>
    <message>
        <source>{0}（计入）</source>
        <translation>{0} (counts)</translation>
    </message>
    <message>
        <source>{0}（不计入，只读）</source>
        <translation>{0} (does not count, read-only)</translation>
    </message>
    <message>
        <source>第 {0} 份正文</source>
        <translation>Copy {0}</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>报告原文</source>
        <translation>Text of the report</translation>
    </message>
</context>
<context>
    <name>UnpairedPage</name>
    <message>
        <source>没有对上的文件</source>
        <translation>Files not matched</translation>
    </message>
    <message>
        <source>这份是哪一份的整改稿</source>
        <translation>Which report this mends</translation>
    </message>
    <message>
        <source>对上</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>可能属于几份，或几份都像它</source>
        <translation>May belong to several, or several are like it</translation>
    </message>
    <message>
        <source>手工对上：{0}</source>
        <translation>Matched by hand: {0}</translation>
    </message>
    <message>
        <source>不属于任何一份</source>
        <translation>Belongs to none</translation>
    </message>
    <message>
        <source>没有认出年报</source>
        <translation>No report recognised</translation>
    </message>
    <message>
        <source>没有同一单位同一年度的年报</source>
        <translation>No report of the same unit and year</translation>
    </message>
    <message>
        <source>它是下面哪一份的整改稿：</source>
        <translation>It mends this report:</translation>
    </message>
    <message>
        <source>报来的文件都对上了。</source>
        <translation>All files are matched.</translation>
    </message>
    <message>
        <source>都不是</source>
        <translation>None of them</translation>
    </message>
</context>
<context>
    <name>VerdictFilter</name>
    <message>
        <source>按结论筛选</source>
        <translation>Filter by verdict</translation>
    </message>
    <message>
        <source>只列出这一结论的问题</source>
        <translation>List findings with this verdict only</translation>
    </message>
    <message>
        <source>全部结论</source>
        <translation>All verdicts</translation>
    </message>
</context>
<context>
    <name>WalkBackDialog</name>
    <message>
        <source>恢复到这里</source>
        <translation>Go back to here</translation>
    </message>
    <message>
        <source>恢复到 {0}</source>
        <translation>Go back to {0}</translation>
    </message>
    <message>
        <source>回到 {0} 这一步刚做完时的样子，下面 {1} 处会改变。历史不会删除，可以一步撤销。</source>
        <translation>Back to what was after {0}; {1} places change as listed. The history stays, and this can be undone in one step.</translation>
    </message>
    <message>
        <source>现在就是 {0} 这一步之后的样子，没有要改变的。</source>
        <translation>All is as it was after {0}; nothing to change.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>核对政府信息公开工作年度报告</source>
        <translation>Review annual reports on open government information</translation>
    </message>
    <message>
        <source>把存放年报的文件夹或者文件拖到这里，或者点下面的按钮。
原件只读，不会被改动。下面这些格式都可以，混放在一起也可以：</source>
        <translation>Drop a folder of reports or the files here, or press the button below.
Originals are never changed. These formats can be read, also side by side:</translation>
    </message>
    <message>
        <source>文字处理</source>
        <translation>Word processing</translation>
    </message>
    <message>
        <source>版式文件</source>
        <translation>Fixed pages</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>Web pages</translation>
    </message>
    <message>
        <source>电子表格</source>
        <translation>Spreadsheets</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>压缩包</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>最近打开的文件夹</source>
        <translation>Recent folders</translation>
    </message>
</context>
<context>
    <name>WindowPage</name>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source> 磅</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>留空时用系统的登录名</source>
        <translation>Empty: the name you are logged in by</translation>
    </message>
    <message>
        <source>下了结论自动到下一处还没有结论的问题</source>
        <translation>After a verdict go to the next undecided finding</translation>
    </message>
    <message>
        <source>审核人（记入更正与结论）</source>
        <translation>Reviewer (signs corrections and verdicts)</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>语言 / Language</source>
        <translation>Language / 语言</translation>
    </message>
    <message>
        <source>换了语言，下次启动时生效。</source>
        <translation>Another language takes effect at the next start.</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>每行一个，例如：
政府政府</source>
        <translation>One a line, such as:
政府政府</translation>
    </message>
    <message>
        <source>每行一对，例如：
公开条列=公开条例</source>
        <translation>One pair a line, such as:
公开条列=公开条例</translation>
    </message>
    <message>
        <source>没有名册时，不作上下级之间的核对</source>
        <translation>Without a roster, superiors and subordinates are not compared</translation>
    </message>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>另查这些重复词语（P201）</source>
        <translation>More doubled words to look for (P201)</translation>
    </message>
    <message>
        <source>另查这些错误写法（P202），写作“错误=正确”</source>
        <translation>More misspellings to look for (P202), as wrong=right</translation>
    </message>
    <message>
        <source>单位隶属关系名册（X301）：表格或文本，一行一个单位及其上级</source>
        <translation>Roster of units (X301): a sheet or text, a unit and its superior a line</translation>
    </message>
    <message>
        <source>“{0}”应写作“错误写法=正确写法”。</source>
        <translation>Write “{0}” as wrong=right.</translation>
    </message>
    <message>
        <source>名册 ({0});;所有文件 (*)</source>
        <translation>Rosters ({0});;All files (*)</translation>
    </message>
    <message>
        <source>单位隶属关系名册</source>
        <translation>Roster of units</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>打不开：{0}</source>
        <translation>Cannot open: {0}</translation>
    </message>
    <message>
        <source>读取中断：{0}</source>
        <translation>Reading broke off: {0}</translation>
    </message>
    <message>
        <source>跨年报核对中断：{0}</source>
        <translation>Comparing reports broke off: {0}</translation>
    </message>
</context>
<context>
    <name>YearCharts</name>
    <message>
        <source>予以公开</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>部分公开</source>
        <translation>Partly disclosed</translation>
    </message>
    <message>
        <source>不予公开</source>
        <translation>Not disclosed</translation>
    </message>
    <message>
        <source>无法提供</source>
        <translation>Cannot be provided</translation>
    </message>
    <message>
        <source>不予处理</source>
        <translation>Not processed</translation>
    </message>
    <message>
        <source>其他处理</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>历年情况：{0}</source>
        <translation>Through the years: {0}</translation>
    </message>
    <message>
        <source>历年情况</source>
        <translation>Through the years</translation>
    </message>
    <message>
        <source>本年新收</source>
        <translation>New this year</translation>
    </message>
    <message>
        <source>上年结转</source>
        <translation>Carried in</translation>
    </message>
    <message>
        <source>结转下年</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>收到申请</source>
        <translation>Requests received</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcomes</translation>
    </message>
    <message>
        <source>结转</source>
        <translation>Carry-over</translation>
    </message>
    <message>
        <source>没有读出</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>{0}年 {1} {2}</source>
        <translation>{0} {1} {2}</translation>
    </message>
    <message>
        <source>在左边选一个单位，这里画出它历年的申请、办理结果和结转。</source>
        <translation>Choose a unit at the left to see its requests, outcomes and carry-over through the years.</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>按{0}筛选，可以多选</source>
        <translation>Filter by {0}, several at once</translation>
    </message>
    <message>
        <source>不再按{0}筛选</source>
        <translation>No filter by {0}</translation>
    </message>
    <message>
        <source>{0} 项</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>没有年报</source>
        <translation>No reports</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>{0}
改好后按 Enter；按 Esc 放弃，原来的数不变。</source>
        <translation>{0}
Enter when it is mended; Esc gives up and leaves the figure.</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>检查方案读不了，改用默认方案：{0}</source>
        <translation>The profile cannot be read, the default one is used: {0}</translation>
    </message>
</context>
</TS>
